import type { Problem } from "../model/problem.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, nameOf, type PdfDictionary } from "./pdf-value.ts";
import { verifyProblem } from "./verify-problem.ts";

/** Proves that every typeface is in the document, and none of them as Type 3, which is poor on screen and in print shops. */
export function checkFonts(pdf: PdfFile, file: string): Problem[] {
  return pdf.values.flatMap((value) => {
    if (!isDictionary(value) || nameOf(value.get("Type")) !== "Font" || nameOf(value.get("Subtype")) === "Type0")
      return [];
    const fault = faultOf(value, pdf);
    return fault ? [verifyProblem("verify-font", file, `The typeface ${faceName(value)} ${fault}`)] : [];
  });
}

function faultOf(font: PdfDictionary, pdf: PdfFile): string | undefined {
  if (nameOf(font.get("Subtype")) === "Type3")
    return "is a Type 3: a variable face, or a bold or italic that was made up";
  const descriptor = pdf.dictionary(font.get("FontDescriptor"));
  return ["FontFile", "FontFile2", "FontFile3"].some((name) => descriptor.has(name)) ? undefined : "is not embedded";
}

function faceName(font: PdfDictionary): string {
  return nameOf(font.get("BaseFont"))?.replace(/^[A-Z]{6}\+/, "") ?? "without a name";
}
