import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import type { Exam } from "../../src/model/exam.ts";
import type { Page, View } from "../../src/model/page.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Version } from "../../src/model/version.ts";
import { readExam } from "../../src/read/read.ts";
import { type Kit, render } from "../../src/render/render.ts";

/** An exam ready to be rendered. */
export interface Written {
  readonly exam: Exam;
  readonly versions: readonly Version[];
  /** One version's page; the first one's by default. Throws where something is reported. */
  page(view: View, more?: Partial<Kit> & { readonly version?: number }): Page;
}

/** An exam from its Markdown; throws where it has errors. `files` are written beside it. */
export function write(markdown: string, files: Readonly<Record<string, string>> = {}): Written {
  const folder = folderWith({ "exam.md": markdown, ...files });
  const { exam, template, pictures, problems } = readExam(join(folder, "exam.md"), folder);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!exam || !template || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const versions = arrange(exam);
  const report = (problem: Problem) => {
    throw new Error(problem.message);
  };
  const kit: Kit = { template, typefaces: { style: "", files: new Map() }, pictures, report };
  return {
    exam,
    versions,
    page(view, { version = 0, ...more } = {}) {
      const page = render(exam, versions[version] as Version, view, { ...kit, ...more });
      if (!page) throw new Error("Expected a page");
      return page;
    },
  };
}

/** A new folder with the given files; gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "exam-render-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** HTML with each block on a line of its own. */
export function readable(html: string): string {
  return html.replace(/(?<=>)(?=<(article|section|header|h\d|p|ol|ul|li|div|table|tr|pre)\b)/g, "\n");
}

/** The printed words of a page, formulas left out. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
