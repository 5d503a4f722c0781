import { deflateSync } from "node:zlib";
import type { SkiaPdf } from "../skia-pdf.ts";
import { followedBy, inverse, type Matrix, matrixAt, pdfNumbers } from "./matrix.ts";
import { resourceNames, withoutResources } from "./resources.ts";
import { type FormulaSpot, replaceFormulas, replacePictures } from "./stand-ins.ts";

/**
 * What was printed on a sheet, by the numbers of the stand-ins: the text of an object of PDF, which refers to others of the
 * sheet. It is painted in coordinates in which it stands where its stand-in was.
 */
export type Forms = ReadonlyMap<number, string>;

/**
 * The forms of a printed sheet. Each cell is painted as one, since it is not quite opaque. What has colours of its own
 * beside that of the words around it has none.
 */
export function readForms(pdf: SkiaPdf, isPicture: (number: number) => boolean): Forms {
  const forms = new Map<number, string>();
  for (const [object, dictionary] of pdf.objects()) {
    if (!dictionary.includes("/Subtype /Form\n")) continue;
    const faces = resourceNames(dictionary, pdf);
    const content = pdf.content(object);
    const found: { readonly number: number; readonly place: Matrix }[] = [];
    let painted = replaceFormulas(content, faces, ({ number, at, ...spot }) => {
      found.push({ number, place: followedBy(inverse(matrixAt(content, at)), letters(spot)) });
      return "";
    });
    if (found.length > 0) {
      // What has no colour of its own has that of the words around it.
      const colours = coloursOf(painted);
      if (colours.size > 1) continue;
      painted = painted.replaceAll(SURROUNDING, "");
    }
    const withPicture = painted;
    painted = replacePictures(withPicture, (number, at) => {
      if (!isPicture(number)) return undefined;
      found.push({ number, place: inverse(matrixAt(withPicture, at)) });
      return "";
    });
    const [cell, ...others] = found;
    if (cell && others.length === 0)
      forms.set(cell.number, formText(withoutResources(dictionary, faces), cell.place, painted));
  }
  return forms;
}

/** The colour of words on a sheet as Chromium writes it. */
const SURROUNDING = ".0039 .0078 .0118 RG .0039 .0078 .0118 rg\n";

/** Whether a formula paints in the colour of the words around it, in others, or in both: there is one entry or there are two. */
function coloursOf(content: string): ReadonlySet<boolean> {
  const painted = new Set<boolean>();
  let present = true;
  const saved: boolean[] = [];
  for (const [line, operator] of content.matchAll(/^(?:.* )?(q|Q|rg|scn|Tj|TJ|f\*?|B\*?|S|sh|Do)$/gm)) {
    if (operator === "q") saved.push(present);
    else if (operator === "Q") present = saved.pop() ?? true;
    else if (operator === "rg" || operator === "scn") present = `${line}\n` === SURROUNDING;
    else if (operator === "sh" || operator === "Do") painted.add(true).add(false);
    else painted.add(present);
  }
  return painted;
}

/** From the coordinates in which a stand-in was written to those in which letters are one high, and it stands at 0. */
function letters({ x, y, size }: Omit<FormulaSpot, "number" | "at">): Matrix {
  return [1 / size, 0, 0, 1 / size, -x / size, -y / size];
}

function formText(dictionary: string, place: Matrix, content: string): string {
  const resources = /\/Resources <<[\s\S]*?>>(?=\n\/(?:BBox|Matrix|Group|StructParents|Filter|Length)\b)/.exec(
    dictionary,
  )?.[0];
  const box = /\/BBox \[([^\]]*)\]/.exec(dictionary)?.[1]?.split(" ").map(Number);
  if (!resources || box?.length !== 4) throw new Error("Expected a form as Chromium writes it, found none");
  const [left, bottom, right, top] = box as [number, number, number, number];
  const stream = deflateSync(Buffer.from(content, "latin1"));
  const entries = [
    "/Type /XObject",
    "/Subtype /Form",
    `/Matrix [${pdfNumbers(place)}]`,
    // What is drawn up to the edge is not to be cut by it.
    `/BBox [${pdfNumbers([left - 4, bottom - 4, right + 4, top + 4])}]`,
    resources,
    "/Filter /FlateDecode",
    `/Length ${stream.length}`,
  ];
  return `<<${entries.join("\n")}>> stream\n${stream.toString("latin1")}\nendstream\n`;
}
