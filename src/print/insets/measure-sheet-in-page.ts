/// <reference lib="dom" />

/*
 * Code that runs in the page: each function is sent there as its source and may use nothing but its arguments.
 */

/** A formula's box as it lies on a sheet; lengths in the size of its letters. */
export interface FormulaSize {
  readonly width: number;
  /** Above and below the base line. */
  readonly height: number;
  readonly depth: number;
}

/** What is known of the cells of a sheet, in order. */
export interface SheetSizes {
  /** Null for one that is not printed. */
  readonly formulas: readonly (FormulaSize | null)[];
  /** Whether it is printed. */
  readonly pictures: readonly boolean[];
}

/**
 * Measures the cells of a sheet and takes out those that it has no room for (`limit`, and `surroundings` on each side, in CSS
 * pixels) or whose stand-in could not take their place.
 */
export function measureSheet(limit: number, surroundings: number): SheetSizes {
  const formulas = [...document.querySelectorAll<HTMLElement>("[data-cell=formula]")].map((cell) => {
    const box = cell.querySelector(".base");
    const mark = cell.querySelector("[data-stand-in]");
    if (!box || !mark) return null;
    const size = Number.parseFloat(getComputedStyle(mark).fontSize);
    const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
    const line = mark.getBoundingClientRect().bottom;
    // What is painted farther beside its box may be beyond the edge of the sheet.
    const sticksOut = [...box.querySelectorAll("span")]
      .map((part) => part.getBoundingClientRect())
      .filter((part) => part.width > 0 && part.height > 0)
      .some(
        (part) => Math.max(left - part.left, part.right - right, top - part.top, part.bottom - bottom) > surroundings,
      );
    const fits = Math.max(width, height) <= limit && size > 0 && !sticksOut;
    return fits ? { width: width / size, height: (line - top) / size, depth: (bottom - line) / size } : null;
  });
  const pictures = [...document.querySelectorAll<HTMLElement>("[data-cell=picture]")].map((cell) => {
    const [picture, standIn] = cell.querySelectorAll("img");
    if (!picture?.naturalWidth || !standIn) return false;
    const { naturalWidth: width, naturalHeight: height } = picture;
    // A drawing that has only proportions would be as wide as there is room, which a cell has not.
    picture.style.cssText = `width:${width}px;height:${height}px`;
    return Math.max(width, height) <= limit && standIn.naturalWidth === width && standIn.naturalHeight === height;
  });
  for (const [kind, sizes] of Object.entries({ formula: formulas, picture: pictures }))
    for (const [index, cell] of document.querySelectorAll(`[data-cell=${kind}]`).entries())
      if (!sizes[index]) cell.remove();
  return { formulas, pictures };
}
