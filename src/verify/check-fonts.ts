import type { Problem } from "../model/problem.ts";
import type { PdfObjects } from "./pdf-objects.ts";
import { verifyProblem } from "./verify-problem.ts";

/** Proves that every typeface is in the document, and none of them as Type 3, which is poor on screen and in print shops. */
export function checkFonts({ objects }: PdfObjects, file: string): Problem[] {
  return objects.flatMap((object) => {
    if (!/\/Type\s*\/Font\b/.test(object) || /\/Subtype\s*\/Type0\b/.test(object)) return [];
    const fault = faultOf(object, objects);
    return fault ? [verifyProblem("verify-font", file, `The typeface ${nameOf(object)} ${fault}`)] : [];
  });
}

function faultOf(font: string, objects: PdfObjects["objects"]): string | undefined {
  if (/\/Subtype\s*\/Type3\b/.test(font)) return "is a Type 3: a variable face, or a bold or italic that was made up";
  const descriptor = /\/FontDescriptor (\d+) 0 R/.exec(font)?.[1];
  const head = new RegExp(`(?:^|\\n)${descriptor} 0 obj\\b`);
  const found = descriptor && objects.find((object) => head.test(object));
  return found && /\/FontFile[23]?\b/.test(found) ? undefined : "is not embedded";
}

function nameOf(font: string): string {
  return /\/BaseFont\s*\/([^\s/<>[\]]+)/.exec(font)?.[1]?.replace(/^[A-Z]{6}\+/, "") ?? "without a name";
}
