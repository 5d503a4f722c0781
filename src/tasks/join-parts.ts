import * as z from "zod";
import type { Problem } from "../model/problem.ts";

/** A document's entry in a manifest. */
const document = z.looseObject({ file: z.string(), sha256: z.string(), pages: z.int(), html: z.string().optional() });
const version = z.looseObject({ label: z.string(), student: document, key: document.optional() });
const student = document.extend({
  surname: z.string().default(""),
  name: z.string().default(""),
  code: z.string().default(""),
});

/** What is told of a part, beside what every manifest has. */
const partSchema = z.looseObject({
  exam: z.looseObject({ name: z.string(), lang: z.string() }),
  versions: z.array(version),
  students: z.array(student).default([]),
  part: z.strictObject({
    part: z.int().min(1),
    of: z.int().min(1),
    labels: z.array(z.string()),
    print: z.strictObject({ title: z.string(), lang: z.string(), author: z.string(), date: z.string() }).optional(),
  }),
});

export type PartManifest = z.infer<typeof partSchema>;

/** A part of an exam, as a build with `shard` wrote it. */
export interface Part {
  /** The path of its folder, as problems print it. */
  readonly folder: string;
  /** Its manifest as it stands, entries in their order. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly manifest: PartManifest;
}

/** An entry of a part's manifest, and the folder its files are in. */
export interface Entry {
  readonly folder: string;
  /** As it stands. */
  readonly content: unknown;
}

/** All parts of an exam together. */
export interface JoinedParts {
  /** What all their manifests say alike. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly exam: PartManifest["exam"];
  /** In the exam's order. */
  readonly versions: readonly (Entry & PartManifest["versions"][number])[];
  /** In the class list's order. */
  readonly students: readonly (Entry & PartManifest["students"][number])[];
  /** What the file of all papers says of itself, where there is to be one. */
  readonly print?: PartManifest["part"]["print"];
}

/** Understands a manifest as that of a part; undefined where it is of a whole exam. */
export function partOfManifest(folder: string, content: Readonly<Record<string, unknown>>): Part | undefined {
  const { data } = partSchema.safeParse(content);
  return data && { folder, content, manifest: data };
}

/** Joins the parts of an exam, each of which has to be there once, and all made of the same sources by the same program. */
export function joinParts(parts: readonly Part[]): JoinedParts | { readonly problems: readonly Problem[] } {
  const [first, ...others] = [...parts].sort((one, other) => one.manifest.part.part - other.manifest.part.part);
  if (!first) return { problems: [] };
  const problems = [...others.flatMap((part) => differences(first, part)), ...missing(first, others)];
  if (problems.length > 0) return { problems };
  const all = [first, ...others];
  const versions = new Map<string, Entry & PartManifest["versions"][number]>();
  for (const part of all)
    for (const [index, version] of part.manifest.versions.entries()) {
      const entry = { ...version, folder: part.folder, content: (part.content.versions as unknown[])[index] };
      const known = versions.get(version.label);
      // It was printed for both; on other machines, perhaps.
      if (known && JSON.stringify(known.content) !== JSON.stringify(entry.content))
        return { problems: [partProblem(part, `Its version ${version.label} is not that of ${known.folder}`)] };
      versions.set(version.label, known ?? entry);
    }
  const { part, exam } = first.manifest;
  return {
    head: headOf(first),
    exam,
    versions: part.labels.flatMap((label) => versions.get(label) ?? []),
    students: all.flatMap(({ folder, content, manifest }) =>
      manifest.students.map((student, index) => ({
        ...student,
        folder,
        content: (content.students as unknown[])[index],
      })),
    ),
    ...(part.print && { print: part.print }),
  };
}

/** What is the same in all parts of an exam. */
function headOf({ content }: Part): Readonly<Record<string, unknown>> {
  const { versions: _v, students: _s, keys: _k, part: _p, ...head } = content;
  return head;
}

function differences(first: Part, part: Part): Problem[] {
  const name = (of: Part) => ({ ...headOf(of), part: { ...of.manifest.part, part: 0 } }) as Record<string, unknown>;
  const [one, other] = [name(first), name(part)];
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const differing = fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
  if (differing.length > 0) {
    const what = differing.map((field) => `"${field}"`).join(" and ");
    return [partProblem(part, `Its ${what} in the manifest is not that of ${first.folder}`)];
  }
  return [];
}

function missing(first: Part, others: readonly Part[]): Problem[] {
  const { of } = first.manifest.part;
  const there = [first, ...others].map(({ manifest }) => manifest.part.part);
  const lacking = Array.from({ length: of }, (_, index) => index + 1).filter((part) => !there.includes(part));
  const twice = [first, ...others].filter((part, index) => there.indexOf(part.manifest.part.part) !== index);
  return [
    ...(lacking.length > 0 ? [partProblem(first, `Of its ${of} parts ${lacking.join(", ")} is missing`)] : []),
    ...twice.map((part) => partProblem(part, `Part ${part.manifest.part.part} of ${of} is there twice`)),
  ];
}

/** Something is wrong with a part. */
export function partProblem({ folder }: Pick<Part, "folder">, message: string): Problem {
  return {
    severity: "error",
    rule: "merge-parts",
    message: `${folder}: ${message}`,
    hint: "Build all parts from the same sources with the same program, and name each folder once.",
  };
}
