import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Examined, examine } from "../../src/examine.ts";

const BANK = `## Melting {#melting tags=heat}

At what temperature does ice melt?

::numeric[0]{unit=°C}
`;

/** Reads and checks a source given as text, in a folder with a picture `graph.svg` and a file of questions, `bank.md`. */
export function examineText(source: string): Examined {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  try {
    writeFileSync(join(folder, "exam.md"), source);
    writeFileSync(join(folder, "bank.md"), BANK);
    writeFileSync(join(folder, "graph.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    return examine("exam.md", folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is said of a source, as `rule line`. */
export function told(source: string): string[] {
  return examineText(source).problems.map(({ rule, place }) => `${rule} ${place?.start.line}`);
}
