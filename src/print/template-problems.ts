import type { Problem } from "../model/problem.ts";

/*
 * What can be wrong with a printed document that no mark is to blame for.
 */

export function refusedRequest(url: string): Problem {
  return {
    severity: "error",
    rule: "refused-request",
    message: `The page asked for ${url}, which is not one of its files; papers are printed without the network`,
    hint: "Put the file into the template's folder and refer to it there",
  };
}

export function brokenImage(address: string): Problem {
  return { severity: "error", rule: "broken-image", message: `The image ${address} of the template cannot be shown` };
}

export function tooWideTemplate({ width, available }: { readonly width: number; readonly available: number }): Problem {
  return {
    severity: "error",
    rule: "too-wide",
    message: `Something of the template is ${Math.ceil(width)} px wide, its place ${Math.floor(available)} px`,
  };
}

export function otherPages(planned: number, printed: number): Problem {
  return {
    severity: "warning",
    rule: "page-count",
    message: `Planned ${planned} pages, printed ${printed}: an answer space may not end where its page ends`,
  };
}
