import { type Chapter, error } from "./chapter.ts";

/** What the proof of a finished PDF can find. */
export const verifying: Chapter = {
  title: "Proof of the finished papers",
  rules: [
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
    error({ id: "verify-question", why: "Every planned question is on the paper, once, behind its number." }),
    error({ id: "verify-page", why: "Every question begins on the page the manifest names." }),
    error({
      id: "verify-text",
      why: "Every text and option is on the paper, once, in the planned order and behind its letter.",
    }),
    error({ id: "verify-unplanned", why: "Nothing stands on the paper that was not planned." }),
    error({
      id: "verify-leak",
      why: "Nothing of the key is in a student's PDF: neither in sight nor in what programs read.",
    }),
  ],
};
