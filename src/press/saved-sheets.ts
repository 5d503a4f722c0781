import type { BuiltVersion } from "../export/built.ts";
import type { Exam } from "../model/exam.ts";
import { builtInTemplate } from "../read/template.ts";
import { render } from "../render/render.ts";
import type { Press } from "./print-version.ts";

/** The template that is there to save paper. */
const SAVING = "compact";

/** Sheets of so many pages, printed on both sides. */
export function sheetsOf(pages: number): number {
  return Math.ceil(pages / 2);
}

/**
 * How many sheets fewer a paper takes than in the template `default`, as the first version shows; undefined where no template
 * is used that is there to save paper.
 */
export async function savedSheets(
  exam: Exam,
  [first]: readonly BuiltVersion[],
  { kit, printer }: Press,
): Promise<number | undefined> {
  if (kit.template.name !== SAVING || !first) return undefined;
  const page = render(exam, first.version, "student", { ...kit, template: builtInTemplate("default") });
  const printed = page && (await printer.print(page));
  return printed && sheetsOf(printed.pages) - sheetsOf(first.student.pages);
}
