import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type KeyedQuestion, keysCsv, keysTable } from "../export/keys-csv.ts";
import { manifest, manifestText } from "../export/manifest.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Problem } from "../model/problem.ts";
import { AllPapers } from "../press/all-papers.ts";
import { unequalPages } from "../press/unequal-pages.ts";
import type { Manifest } from "../verify/manifest.ts";
import { writeOutput } from "../write.ts";
import { type Entry, type JoinedParts, joinParts, type Part, partOfManifest, partProblem } from "./join-parts.ts";
import { readPlainFile } from "./output-folder.ts";
import { readManifest } from "./read-manifest.ts";

/** How parts are merged. */
export interface MergeOptions {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Folder the exam's own folder is made in, relative to `cwd`. Default `output`. */
  readonly out?: string;
  /** Stops the merging; nothing is written then. */
  readonly signal?: AbortSignal;
}

/** What came of merging. */
export interface MergeResult {
  readonly problems: readonly Problem[];
  /** Texts of the manifests, by path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths written; none when problems stopped the merging. */
  readonly written: readonly string[];
}

/** Bytes that a manifest, and any other file, may have. */
const MOST_BYTES = { manifest: 2 ** 26, file: 2 ** 29 };

/**
 * Merges the parts of an exam that builds with `shard` wrote into what one build of all writes, byte for byte. Each folder is a
 * part's, or holds parts. Throws a `WriteError` when it cannot be written, and the signal's reason when it is stopped.
 */
export async function mergeParts(folders: readonly string[], options: MergeOptions): Promise<MergeResult> {
  const { cwd, out = "output", signal } = options;
  const sources = new Map<string, string>();
  const fail = (problems: readonly Problem[]): MergeResult => ({ problems, sources, written: [] });
  const read = await Promise.all(folders.map((folder) => readParts(folder, cwd, sources)));
  const faults = read.flatMap(({ problems }) => problems);
  if (faults.length > 0) return fail(faults);
  const joined = joinParts(read.flatMap(({ parts }) => parts));
  if ("problems" in joined) return fail(joined.problems);
  try {
    const written = await writeOutput({ out, exam: joined.exam.name, cwd }, filesOf(joined, cwd), signal);
    const versions = joined.versions.map(({ label, student }) => ({ version: { label }, student }));
    return { problems: unequalPages(versions), sources, written };
  } catch (error) {
    if (error instanceof Fault) return fail([error.problem]);
    throw error;
  }
}

/** A file of a part is not what its manifest says. */
class Fault extends Error {
  readonly problem: Problem;

  constructor(folder: string, message: string) {
    super(message);
    this.problem = partProblem({ folder }, message);
  }
}

/** The parts in a folder, or in the folders in it; notes the texts of their manifests. */
async function readParts(
  folder: string,
  cwd: string,
  sources: Map<string, string>,
): Promise<{ readonly parts: readonly Part[]; readonly problems: readonly Problem[] }> {
  const parts: Part[] = [];
  const problems: Problem[] = [];
  const below = await readdir(resolve(cwd, folder), { withFileTypes: true }).catch(() => []);
  const inside = below.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  for (const candidate of [folder, ...inside]) {
    const file = join(candidate, manifest.file);
    const content = await readPlainFile(resolve(cwd, file), MOST_BYTES.manifest);
    if ("fault" in content) continue;
    const text = content.bytes.toString();
    sources.set(file, text);
    const { manifest: plan, problems: faults } = readManifest(file, text);
    const part = faults.length > 0 ? undefined : partOfManifest(candidate, JSON.parse(text));
    const keysFault = plan && (await faultOfKeys(plan, candidate, cwd));
    if (keysFault) problems.push(partProblem({ folder: candidate }, keysFault));
    else if (part) parts.push(part);
    else problems.push(...faults, ...(faults.length > 0 ? [] : [partProblem({ folder: candidate }, NO_PART)]));
  }
  if (parts.length + problems.length === 0) problems.push(partProblem({ folder }, "There is no manifest.json in it"));
  return { parts, problems };
}

/** What is wrong with the keys.csv of a part. The whole has another; this one tells whether the manifest's answers are those built. */
async function faultOfKeys({ keys, versions }: Manifest, folder: string, cwd: string): Promise<string | undefined> {
  if (!keys) return undefined;
  const content = await readPlainFile(resolve(cwd, folder, keysCsv.file), MOST_BYTES.file);
  if ("fault" in content) return `${keysCsv.file}: ${content.fault}`;
  const isBuilt = content.bytes.toString() === keysTable(versions.filter(({ key }) => key));
  return isBuilt && hashOf(content.bytes) === keys.sha256
    ? undefined
    : `${keysCsv.file} is not the file that was built`;
}

const NO_PART = "It is no part of an exam: it was built without --shard";

/** The files of the whole, each as it comes; throws a {@link Fault} for one that is not what its manifest says. */
async function* filesOf(parts: JoinedParts, cwd: string): AsyncGenerator<OutFile> {
  const { exam, versions, students, print, head } = parts;
  const all = print && new AllPapers(exam.name, exam.lang);
  for (const { folder, label, student, key } of versions) {
    const files = await documentFiles(student, folder, cwd);
    if (students.length === 0) all?.addVersion(files[0].bytes, label);
    yield* files;
    if (key) yield* await documentFiles(key, folder, cwd);
  }
  for (const student of students) {
    const files = await documentFiles(student, student.folder, cwd);
    all?.addCopy(files[0].bytes, student);
    yield* files;
  }
  const whole = print && all?.finish(print);
  if (whole) yield whole.file;
  const keyed = versions.filter(({ key }) => key);
  const keys = keyed.length > 0 ? keysTable(keyed as unknown as readonly Keyed[]) : undefined;
  if (keys !== undefined) yield { path: keysCsv.file, bytes: Buffer.from(keys) };
  const contentOf = ({ content }: Entry) => content;
  const joined = {
    ...head,
    versions: versions.map(contentOf),
    ...(students.length > 0 && { students: students.map(contentOf) }),
    ...(whole && { print: whole.entry }),
    ...(keys !== undefined && { keys: { file: keysCsv.file, sha256: hashOf(Buffer.from(keys)) } }),
  };
  yield { path: manifest.file, bytes: Buffer.from(manifestText(joined)) };
}

/** A version as `readManifest` has found it to be. */
interface Keyed {
  readonly label: string;
  readonly questions: readonly KeyedQuestion[];
}

type DocumentEntry = JoinedParts["versions"][number]["student"];

/** A document, and its page as HTML where that was written. */
async function documentFiles(
  { file, sha256, html }: DocumentEntry,
  folder: string,
  cwd: string,
): Promise<readonly [OutFile, ...OutFile[]]> {
  const paper = await readFile(folder, file, sha256, cwd);
  return html === undefined ? [paper] : [paper, await readFile(folder, file.replace(/\.pdf$/, ".html"), html, cwd)];
}

async function readFile(folder: string, name: string, sha256: string, cwd: string): Promise<OutFile> {
  const content = await readPlainFile(resolve(cwd, folder, name), MOST_BYTES.file);
  if ("fault" in content) throw new Fault(folder, `${name}: ${content.fault}`);
  if (hashOf(content.bytes) !== sha256) throw new Fault(folder, `${name} is not the file that was built`);
  return { path: name, bytes: content.bytes };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
