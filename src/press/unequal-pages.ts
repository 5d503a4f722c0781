import type { PrintedFile } from "../export/built.ts";
import type { Problem } from "../model/problem.ts";
import type { Version } from "../model/version.ts";

/** A version, and how long its paper is. */
interface PaperLength {
  readonly version: Pick<Version, "label">;
  readonly student: Pick<PrintedFile, "pages">;
}

/** A warning where the papers of an exam's versions have not the same number of pages: what spills over in one fits in the others. */
export function unequalPages(versions: readonly PaperLength[]): Problem[] {
  const byPages = new Map<number, string[]>();
  for (const { student, version } of versions)
    byPages.set(student.pages, [...(byPages.get(student.pages) ?? []), version.label]);
  if (byPages.size < 2) return [];
  const told = [...byPages]
    .sort(([a], [b]) => a - b)
    .map(([pages, labels]) => `${pages} (${labels.length > SHOWN ? `${labels.length} versions` : labels.join(", ")})`);
  return [
    {
      severity: "warning",
      rule: "unequal-pages",
      message: `Unexpected numbers of pages, expected the same in all versions: ${told.join(", ")}`,
      hint: "Take a line out of a question that just fits its page, or begin one on a new page with {newpage}.",
    },
  ];
}

/** More labels than these are counted instead. */
const SHOWN = 6;
