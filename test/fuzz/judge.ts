import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli.ts";
import { examine } from "../../src/examine.ts";
import type { Exam, Item, Question } from "../../src/model/exam.ts";
import type { Version } from "../../src/model/version.ts";
import { render } from "../../src/render/render.ts";
import { fakeIo } from "../cli/fake-io.ts";
import { EXAMS } from "./sources.ts";

/** Judges sources beside the files that the example exams name. */
export interface Judge {
  /** Where the sources are written. */
  readonly folder: string;
  /** Throws where the program fails at a source or lets its key be seen; tells whether it could be printed. */
  judge(source: string): Promise<"printed" | "refused">;
  close(): void;
}

export function openJudge(): Judge {
  const folder = mkdtempSync(join(tmpdir(), "exam-fuzz-"));
  cpSync(EXAMS, folder, { recursive: true });
  return {
    folder,
    async judge(source) {
      writeFileSync(join(folder, "exam.md"), source);
      const io = fakeIo({ cwd: folder, env: { EXAM_DEBUG: "1" } });
      const code = await run(["check", "exam.md"], io);
      if (code !== 0 && code !== 1)
        throw new Error(`Expected problems or none, found exit ${code}: ${io.stderr.text()}`);
      if (code === 1) return "refused";
      const { exam, versions, template, pictures } = examine("exam.md", folder);
      const [version] = versions;
      if (!exam || !version || !template) throw new Error("Expected an exam that was checked, found none");
      const report = ({ message }: { message: string }) => {
        throw new Error(message);
      };
      const kit = { template, pictures, typefaces: { style: "", files: new Map() }, report };
      const paper = (own: Exam, its: Version) => render(own, its, "student", kit)?.html;
      render(exam, version, "key", kit);
      if (paper(exam, version) !== paper(withoutKey(exam), versionWithoutKey(version)))
        throw new Error("Expected the same paper whatever the key says, found another");
      return "printed";
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The exam as if no solution, rubric, note or feedback had been written. */
function withoutKey(exam: Exam): Exam {
  return {
    ...exam,
    sections: exam.sections.map((section) => ({ ...section, questions: section.questions.map(questionWithoutKey) })),
  };
}

function versionWithoutKey(version: Version): Version {
  return {
    ...version,
    sections: version.sections.map((section) => ({
      ...section,
      section: { ...section.section, notes: [] },
      questions: section.questions.map((asked) => ({
        ...asked,
        question: questionWithoutKey(asked.question),
        parts: asked.parts.map((part) => ({ ...part, part: itemWithoutKey(part.part) })),
      })),
    })),
  };
}

function questionWithoutKey(question: Question): Question {
  return { ...itemWithoutKey(question), parts: question.parts.map(itemWithoutKey) };
}

function itemWithoutKey<Own extends Item>(item: Own): Own {
  return { ...item, solution: [], rubric: [], notes: [], body: withoutFeedback(item.body) };
}

/** Whatever kind a body is of, feedback is called so. */
function withoutFeedback(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutFeedback);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, name === "feedback" ? [] : withoutFeedback(value)]),
  );
}
