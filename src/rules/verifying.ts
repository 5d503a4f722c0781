import { type Chapter, error } from "./chapter.ts";

/** What the proof of a finished PDF can find. */
export const verifying: Chapter = {
  title: "Proof of the finished papers",
  rules: [
    error({
      id: "verify-manifest",
      why: "`exam verify` knows what was planned from the manifest alone, so that has to be as the build wrote it.",
    }),
    error({
      id: "verify-file",
      why: "The folder holds each file of the manifest, byte for byte, and no other PDF that could be taken for one.",
    }),
    error({ id: "verify-keys-csv", why: "The table of keys says what the manifest says." }),
    error({ id: "verify-print-file", why: "The file of all papers holds every one of them, whole and in order." }),
    error({
      id: "verify-breaks",
      why: "A key has no question on an earlier page than the paper, so that both can be read side by side.",
    }),
    error({ id: "verify-student", why: "A paper made out to a student names that student." }),
    {
      id: "verify-no-key",
      severity: "note",
      why: "A build with `--no-key` leaves nothing of the key in the manifest, so no paper can be searched for it later. The build itself has done so.",
    },
    error({
      id: "verify-readable",
      why: "A PDF that is damaged, packed or encrypted cannot be looked at in every part.",
    }),
    error({ id: "verify-pages", why: "The PDF has another number of pages than was planned." }),
    error({ id: "verify-metadata", why: "Title, author and language of the PDF are those of the exam." }),
    error({ id: "verify-attachment", why: "A PDF to be handed out has no file attached to it." }),
    error({
      id: "verify-font",
      why: "A typeface that is not embedded is replaced by another one where the PDF is printed.",
    }),
    error({
      id: "verify-glyph",
      why: "Letters no typeface has are printed as empty boxes; another template may have them.",
    }),
    error({
      id: "verify-cut",
      why: "A line of text, a formula or a picture that goes beyond its page, or what it stands in, is not seen to its end.",
    }),
    error({ id: "verify-overlap", why: "Lines of text and pictures that lie on each other cannot be read." }),
    error({ id: "verify-question", why: "Every planned question is on the paper, once, behind its number." }),
    error({ id: "verify-page", why: "Every question begins on the page the manifest names." }),
    error({
      id: "verify-text",
      why: "Every text and option is on the paper, once, in the planned order and behind its letter.",
    }),
    error({ id: "verify-figure", why: "Every planned picture and formula is painted, in its place." }),
    error({
      id: "verify-key",
      why: "The key says all that is written for it: solutions, rubrics, feedback, notes, answers.",
    }),
    error({ id: "verify-mark", why: "The key marks the options that are right, and no other." }),
    error({ id: "verify-unplanned", why: "Nothing stands on the paper that was not planned." }),
    error({
      id: "verify-leak",
      why: "Nothing of the key is in a student's PDF: neither in sight nor in what programs read.",
    }),
  ],
};
