import type { Pdf } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";

/** A printed document, and what is wrong with it that no mark can be blamed for: a file the template lacks, a header too wide. */
export interface PrintedPdf extends Pdf {
  readonly problems: readonly Problem[];
}
