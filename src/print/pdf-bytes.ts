import type { Metadata } from "../model/page.ts";
import { pdfText } from "./pdf-text.ts";
import type { SkiaPdf } from "./skia-pdf.ts";

/**
 * Makes a printed document say what it should of itself, and the same bytes each time it is printed:
 * - title, author, language and a fixed date in place of the browser's own;
 * - the ids of table headers, counted up by the browser from print to print, numbered from 1 in order of appearance.
 *
 * `changes` are other objects that are new, or not as they were printed; undefined ones are gone.
 */
export function finishPdf(
  pdf: SkiaPdf,
  metadata: Metadata,
  changes: ReadonlyMap<number, string | undefined> = new Map(),
): Uint8Array {
  const { lang } = metadata;
  const objects = new Map(changes);
  objects.set(pdf.info, informationOf(metadata, producerOf(pdf)));

  const catalog = pdf.object(pdf.root).replace(/\n\/Lang \([^)]*\)/, "");
  if (!catalog.endsWith(">>\n")) throw new Error("Expected a catalog as Chromium writes it, found none");
  objects.set(pdf.root, `${catalog.slice(0, -3)}\n/Lang ${pdfText(lang)}>>\n`);

  for (const [number, text] of withStableIds(pdf)) objects.set(number, text);
  return pdf.replace(objects);
}

/** The information dictionary of a document. */
export function informationOf({ title, author, date }: Metadata, producer: string): string {
  const time = `(D:${date.replaceAll("-", "")}000000+00'00')`;
  const entries = [
    `/Title ${pdfText(title)}`,
    ...(author === "" ? [] : [`/Author ${pdfText(author)}`]),
    "/Creator (exam)",
    `/Producer ${producer}`,
    `/CreationDate ${time}`,
    `/ModDate ${time}`,
  ];
  return `<<${entries.join("\n")}>>\n`;
}

/** What wrote a document's pages, as a PDF string. */
export function producerOf(pdf: SkiaPdf): string {
  const producer = /\/Producer (\([^)]*\))/.exec(pdf.object(pdf.info))?.[1];
  if (!producer) throw new Error("Expected a /Producer as Chromium writes it, found none");
  return producer;
}

/** The objects that name table headers. Ids keep their order and their width, so the sorted tree of names stays sorted. */
function* withStableIds(pdf: SkiaPdf): Generator<readonly [number: number, text: string]> {
  const naming = [...pdf.objects()].filter(([, text]) => text.includes("(node"));
  const places = /\/ID \(node\d{8}\)|\/(Headers|Limits|Names) \[[^\]]*\]/g;
  const ids = new Set(naming.flatMap(([, text]) => text.match(places) ?? []).flatMap((place) => place.match(ID) ?? []));
  const stable = new Map([...ids].sort().map((id, rank) => [id, `(node${String(rank + 1).padStart(8, "0")})`]));
  for (const [number, text] of naming)
    yield [number, text.replace(places, (place) => place.replace(ID, (id) => stable.get(id) ?? id))];
}

const ID = /\(node\d{8}\)/g;
