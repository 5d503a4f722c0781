import { type ItemTexts, type PlannedVersion, printedLetter, printedOptions } from "../model/exam-texts.ts";
import type { View } from "../model/page.ts";
import type { Expectation } from "./expectation.ts";
import { expectationOf } from "./expectation-of.ts";
import type { Manifest, ManifestVersion } from "./manifest.ts";

/** A document that a manifest names, and what it has to be. */
export interface ManifestDocument {
  /** Its name in the folder. */
  readonly name: string;
  readonly sha256: string;
  readonly view: View;
  readonly pages: number;
  /** Whether it is handed out: the students' own papers are where there are any, else the versions'. */
  readonly isHandedOut: boolean;
  /** What it has to be; `file` is its path as problems print it. Made when it is asked for: there may be thousands. */
  expectation(file: string): Expectation;
}

/**
 * Every paper and key of a manifest: of each version, then of each student. Throws an Error where its parts do not fit
 * together, as no build leaves them.
 */
export function plannedDocuments(manifest: Manifest): ManifestDocument[] {
  const { proof: texts, versions, students } = manifest;
  const planned = new Map(versions.map((version) => [version.label, { version, plan: planOf(version, manifest) }]));
  const ofVersions = [...planned.values()].flatMap(({ version, plan }): ManifestDocument[] => {
    const { student, key, questions, proof } = version;
    const itemPages = questions.map(({ page }) => page);
    const document = (view: View, { file: name, title, pages, sha256 }: PrintedDocument): ManifestDocument => {
      const printed = { title, pages, view, itemPages: view === "key" ? (proof.keyPages ?? []) : itemPages };
      const isHandedOut = view === "student" && students.length === 0;
      const expectation = (file: string) => expectationOf(texts, plan, { ...printed, file });
      return { name, sha256, view, pages, isHandedOut, expectation };
    };
    return [document("student", student), ...(key ? [document("key", key)] : [])];
  });
  const ofStudents = students.map((student): ManifestDocument => {
    const sits = planned.get(student.version);
    if (!sits) throw new Error(`The paper ${student.file} is of version ${student.version}, which is not there`);
    const { version, plan } = sits;
    const { file: name, title, pages, sha256, surname = "", code = "", group = "" } = student;
    const itemPages = version.questions.map(({ page }) => page);
    const whom = { surname, name: student.name ?? "", code, group };
    const paper = { title, pages, view: "student", itemPages, student: whom } as const;
    const expectation = (file: string) => expectationOf(texts, plan, { ...paper, file });
    return { name, sha256, view: "student", pages, isHandedOut: true, expectation };
  });
  return [...ofVersions, ...ofStudents];
}

/** A version's plan: what its questions' entries say and, where these do not, its own proof. */
function planOf({ label, questions, proof }: ManifestVersion, manifest: Manifest): PlannedVersion {
  const { sections, letters } = manifest.proof;
  const texts = new Map(sections.flatMap(({ questions }) => questions).map((question) => [question.id, question]));
  const item = (entry: ManifestVersion["questions"][number] | Part, target: string, own: ItemTexts) => ({
    id: entry.id,
    points: entry.points,
    printed: proof.printed[target] ?? (entry.options ? printedOptions(entry.options, own, letters) : []),
  });
  return {
    label,
    references: proof.references,
    questions: questions.map((question, index) => {
      const own = texts.get(question.id);
      const { number, bonus = false, parts = [] } = question;
      if (!own) throw new Error(`Version ${label} has a question ${question.id}, whose words are not there`);
      if (number !== index + 1) throw new Error(`Version ${label} has question ${number} in place ${index + 1}`);
      if (parts.length !== own.parts.length)
        throw new Error(
          `Version ${label} has ${parts.length} parts of question ${question.id}, expected ${own.parts.length}`,
        );
      return {
        ...item(question, question.id, own),
        number,
        bonus,
        parts: parts.map((part, at) => {
          const words = own.parts[at] as ItemTexts;
          if (part.id !== words.id)
            throw new Error(`Version ${label} has the part ${part.id} of question ${question.id} out of its place`);
          return { ...item(part, `${question.id}.${part.id}`, words), letter: printedLetter(part.part, letters.parts) };
        }),
      };
    }),
  };
}

type PrintedDocument = ManifestVersion["student"];
type Part = NonNullable<ManifestVersion["questions"][number]["parts"]>[number];
