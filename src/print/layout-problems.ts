import type { Layout, Page } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";

/** CSS pixels in a millimetre. */
const PIXELS = 96 / 25.4;

/** What only a browser can know of a document, told where it was written: what is too wide, which picture is broken. */
export function layoutProblems({ places }: Page, { overflows, brokenImages }: Layout): Problem[] {
  return [
    ...overflows.map(({ mark, width, available }): Problem => {
      const place = places[mark];
      const excess = Math.max(1, Math.ceil((width - available) / PIXELS));
      return {
        severity: "error",
        rule: "too-wide",
        message: `This is ${excess} mm wider than its place on the page`,
        hint: "Break the formula, the code or the word, give the table fewer columns, or the picture a {width=…} that fits.",
        ...(place && { place }),
      };
    }),
    ...brokenImages.map((mark): Problem => {
      const place = places[mark];
      return {
        severity: "error",
        rule: "broken-image",
        message: "The browser cannot show this picture",
        hint: "Open the file in another program and save it again.",
        ...(place && { place }),
      };
    }),
  ];
}
