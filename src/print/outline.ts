import { reference, type SkiaPdf } from "./skia-pdf.ts";

/** A heading of a printed document: where it really is. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** Distance of its left edge from the page's, in CSS pixels. */
  readonly left: number;
  /** Distance of its top edge from the page's top edge, in CSS pixels, snapped to whole ones. */
  readonly top: number;
}

/** Numbers of the objects of all pages, in order. */
export function readPages(pdf: SkiaPdf): number[] {
  const below = (number: number): number[] => {
    const kids = /\/Type \/Pages\b[\s\S]*\/Kids \[([^\]]*)\]/.exec(pdf.object(number))?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => below(Number(kid[1])));
  };
  return below(reference(pdf.object(pdf.root), "Pages"));
}

/** The outline in document order; headings without a text are not in it. */
export function readOutline(pdf: SkiaPdf): OutlineEntry[] {
  const catalog = pdf.object(pdf.root);
  if (!catalog.includes("/Outlines")) return [];
  const pages = readPages(pdf);
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(pdf.object(pages[0] ?? 0))?.[1]);
  const entries: OutlineEntry[] = [];
  const walk = (parent: string) => {
    if (!parent.includes("/First")) return;
    let number: number | undefined = reference(parent, "First");
    while (number !== undefined) {
      const entry: string = pdf.object(number);
      const destination = /\/Dest \[(\d+) 0 R \/XYZ ([-\d.]+) ([-\d.]+) 0\]/.exec(entry);
      if (!destination) throw new Error("Expected an outline entry as Chromium writes it, found none");
      entries.push({
        title: /^<<\/Title \(([^)\\]*)\)/.exec(entry)?.[1] ?? "",
        page: pages.indexOf(Number(destination[1])) + 1,
        left: (Number(destination[2]) * 96) / 72,
        top: ((height - Number(destination[3])) * 96) / 72,
      });
      walk(entry);
      number = entry.includes("/Next") ? reference(entry, "Next") : undefined;
    }
  };
  walk(pdf.object(reference(catalog, "Outlines")));
  return entries;
}
