import type { OutFile } from "../model/out-file.ts";
import type { Built, ExportFormat } from "./built.ts";
import { keysCsv } from "./keys-csv.ts";
import { manifest } from "./manifest.ts";

/** Every export format. The manifest comes last: who finds it finds all that it names. */
export const EXPORTS: readonly ExportFormat[] = [keysCsv, manifest];

/** The files beside the PDFs, as UTF-8 without a byte order mark. */
export function exportFiles(built: Built): OutFile[] {
  return EXPORTS.flatMap((format) => {
    const text = format.text(built);
    return text === undefined ? [] : [{ path: format.file, bytes: new TextEncoder().encode(text) }];
  });
}
