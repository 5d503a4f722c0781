import type { Page } from "../../model/page.ts";
import { PrintedSheet, type SheetPrint } from "./printed-sheet.ts";
import { type Sheet, sheetOf } from "./sheet.ts";

/** Prints what documents have in common, once for all of them. */
export class Insets {
  readonly #print: (sheet: Sheet, meanwhile: () => void) => Promise<SheetPrint>;
  readonly #sheets = new WeakMap<Page, { readonly sheet: Sheet | undefined; printed?: Promise<PrintedSheet> }>();

  /** `print` may call what it is given while the browser writes the sheet. */
  constructor(print: (sheet: Sheet, meanwhile: () => void) => Promise<SheetPrint>) {
    this.#print = print;
  }

  /** The sheets of a document, printed if they have not been; none where it has nothing in common with others. */
  async of(common: readonly Page[] = [], meanwhile = () => {}): Promise<readonly PrintedSheet[]> {
    const sheets = this.#sheetsOf(common);
    const printed = sheets.map(async (entry, index) => {
      const { sheet } = entry;
      if (!sheet) return [];
      entry.printed ??= this.#print(sheet, meanwhile).then(
        (print) => new PrintedSheet(sheet, print, LETTERS[index] as string),
      );
      // Whoever asks next tries again.
      entry.printed.catch(() => delete entry.printed);
      return [await entry.printed];
    });
    return (await Promise.all(printed)).flat();
  }

  #sheetsOf(common: readonly Page[]) {
    const before: Sheet[] = [];
    return common.map((page, index) => {
      const entry = this.#sheets.get(page) ?? { sheet: sheetOf(page, before, index * NUMBERS) };
      this.#sheets.set(page, entry);
      if (entry.sheet) before.push(entry.sheet);
      return entry;
    });
  }
}

/** Numbers of a sheet. A picture's is a colour, of which there are 256³. */
const NUMBERS = 0x400000;

/** Ends of the names of sheets' typefaces. */
const LETTERS = ["X", "Y", "Z"];
