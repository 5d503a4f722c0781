import { type Chapter, error } from "./chapter.ts";

/** What only a browser can know; `exam build` and the preview tell it. */
export const printing: Chapter = {
  title: "Printing",
  rules: [
    error({
      id: "too-wide",
      why: "What is wider than its place would be cut off, or make the browser shrink the whole paper. Break the formula, the code or the word, or give the picture a `width` that fits: a length that is written is kept, where a picture without one is fitted into its place.",
    }),
    error({
      id: "broken-image",
      why: "The file has the form of a picture and the browser cannot show it. Open it in another program and save it again.",
    }),
    error({
      id: "refused-request",
      why: "A template asked for something that is not one of its files; papers are printed without the network.",
    }),
    {
      id: "page-count",
      severity: "warning",
      why: "The paper has another number of pages than was planned when its answer spaces were fitted, so a space may not end where its page does.",
      beyondSource: true,
    },
    {
      id: "unequal-pages",
      severity: "warning",
      why: "One version has more pages than another: students notice, and papers are counted and stapled less easily. A question just fits its page in one and not in the other.",
      beyondSource: true,
    },
    {
      id: "no-cache",
      severity: "note",
      why: "The browser is unpacked anew for every run, which takes seconds. `XDG_CACHE_HOME` names a folder that can be written.",
      beyondSource: true,
    },
    {
      id: "no-sandbox",
      severity: "note",
      why: "The browser runs without the walls it has around web pages, as it must for the user root. What it shows has scripts off and no network all the same.",
      beyondSource: true,
    },
  ],
};
