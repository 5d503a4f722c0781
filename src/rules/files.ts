import { type Chapter, error, quiz } from "./chapter.ts";

const picture = (name: string) => quiz(`## Graph\n\n![A rising line](${name})`);

/** What can be wrong with files, before or beside what they say. */
export const files: Chapter = {
  title: "Files and pictures",
  rules: [
    error({
      id: "missing-file",
      why: "A file that is not there cannot be printed. The message names one that is called much the same, if there is one.",
      bad: picture("grahp.svg"),
      good: picture("graph.svg"),
    }),
    error({
      id: "not-a-file",
      why: "The name is that of a folder or a device.",
    }),
    error({
      id: "unreadable-file",
      why: "The system does not let the file be read; mostly its permissions are at fault.",
    }),
    error({
      id: "changed-source",
      why: "An exam is read as it was at one time: its file, included ones, pictures, template and class list. Where one is saved meanwhile, all are read anew; it is told where that never ends.",
    }),
    error({
      id: "outside-root",
      why: "An exam reads nothing outside its root, the nearest folder upwards with a `.git`, else its own: neither through `..` nor through links. So a stranger's exam can be built without fear.",
      bad: picture("../graph.svg"),
      good: picture("graph.svg"),
    }),
    error({
      id: "file-case",
      why: "Some systems take `Graph.svg` and `graph.svg` for one file and some for two; only the true name works on all of them.",
    }),
    error({
      id: "file-too-large",
      why: "No exam and no figure has more than 20 MB, and all files of an exam together no more than 200; it was probably the wrong file.",
    }),
    error({
      id: "image-url",
      why: "A paper is printed without the network, so that it is the same tomorrow. Save the picture beside the exam.",
      bad: picture("https://example.org/graph.svg"),
      good: picture("graph.svg"),
    }),
    error({
      id: "image-format",
      why: "Pictures are PNG, JPEG, WebP or SVG, and are really what their ending says.",
      bad: picture("graph.tiff"),
      good: picture("graph.svg"),
    }),
    error({
      id: "image-reference",
      why: "A drawing that names another file, an address or a typeface on the network is printed without it. Programs call what to do about it embedding.",
    }),
    error({
      id: "image-too-large",
      why: "A picture is unpacked to be printed, four bytes a pixel: one of more than 50 million pixels, which may be a small file, would fill the memory. So would a drawing that repeats itself a million times.",
    }),
    error({ id: "encoding", why: "A source is UTF-8; in any other encoding letters would be taken for others." }),
    error({
      id: "control-character",
      why: "A character that cannot be seen can hide what is printed, show whoever reviews it a line in another order than is printed, or break the file in other programs.",
      bad: [quiz("## Entropy\n\nWhat is\u0007 it?"), quiz("## Entropy\n\nWhat is \u202Eti?")],
      good: quiz("## Entropy\n\nWhat is it?"),
    }),
    error({ id: "empty-file", why: "There is nothing to print." }),
    error({
      id: "source-too-large",
      why: "A source of more than 500 000 characters takes minutes to read; it is divided into several exams.",
    }),
    error({
      id: "text-too-long",
      why: "The time to read a text grows with the square of its length; one of more than 20 000 characters is divided into paragraphs.",
    }),
    error({
      id: "too-many-items",
      why: "The time to read lists grows with all that stand before them; a source with more than 20 000 items is divided into several exams.",
    }),
    error({
      id: "too-many-problems",
      why: "Nobody reads more than a thousand problems; the others are told when these are mended.",
    }),
    error({ id: "too-deep", why: "Nothing a person writes is nested more than a hundred levels deep." }),
  ],
};
