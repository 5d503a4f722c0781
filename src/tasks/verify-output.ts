import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { keysCsv, keysTable } from "../export/keys-csv.ts";
import type { Problem } from "../model/problem.ts";
import { Proof } from "../press/proof.ts";
import { checkPlan } from "../verify/check-plan.ts";
import { checkPrintFile, pageHashes } from "../verify/check-print-file.ts";
import type { Manifest } from "../verify/manifest.ts";
import { type ManifestDocument, plannedDocuments } from "../verify/planned-documents.ts";
import { verifyProblem } from "../verify/verify-problem.ts";
import { pdfNames, readPlainFile } from "./output-folder.ts";
import { readManifest } from "./read-manifest.ts";

/** How an output folder is proven. */
export interface VerifyOptions {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Stops the proof; its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** What came of proving an output folder. */
export interface OutputProof {
  readonly problems: readonly Problem[];
  /** The text of its manifest, by its path as problems print it. */
  readonly sources: ReadonlyMap<string, string>;
  /** What was looked at; absent without a manifest that says what to look for. */
  readonly proven?: Proven;
}

/** What was proven, where nothing was found wrong. */
export interface Proven {
  readonly exam: string;
  readonly papers: number;
  readonly keys: number;
  readonly pages: number;
  /** Whether papers could be searched for words of the key. */
  readonly searched: boolean;
}

/** Bytes that a manifest, and any other file, may have. */
const MOST_BYTES = { manifest: 2 ** 26, file: 2 ** 28 };

/**
 * Proves the finished documents of an output folder by its manifest alone. The folder may be a stranger's: no link is
 * followed, no name leads out of it, and whatever is wrong with it is a problem, never thrown.
 */
export async function verifyOutput(folder: string, { cwd, signal }: VerifyOptions): Promise<OutputProof> {
  const path = (name: string) => join(folder, name);
  const file = path("manifest.json");
  const read = await readPlainFile(resolve(cwd, file), MOST_BYTES.manifest);
  if ("fault" in read) return { problems: [noManifest(file, read.fault)], sources: new Map() };
  const text = read.bytes.toString();
  const sources = new Map([[file, text]]);
  const { manifest, problems } = readManifest(file, text);
  if (!manifest) return { problems, sources };
  let documents: readonly ManifestDocument[];
  try {
    documents = plannedDocuments(manifest);
  } catch (error) {
    return { problems: [manifestFault(file, (error as Error).message)], sources };
  }
  const keys = documents.filter(({ view }) => view === "key").length;
  const proven: Proven = {
    exam: manifest.exam.name,
    papers: documents.length - keys,
    keys,
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    searched: manifest.keys !== undefined,
  };
  const opened = await proveDocuments(documents, { path, cwd, signal });
  const found = [
    ...checkPlan(manifest, path),
    ...opened.problems,
    ...(await checkHtml(manifest, path, cwd)),
    ...(await checkKeysTable(manifest, path, cwd)),
    ...(await checkPrint(manifest, documents, opened.pages, path, cwd)),
    ...(await strangers(manifest, documents, path, resolve(cwd, folder))),
    ...(proven.searched ? [] : [notSearched(file)]),
  ];
  return { problems: found, sources, proven };
}

type PathOf = (name: string) => string;

const CHANGED = "Its bytes are not those that were built";

/** Proves each paper and key; gives for papers that are handed out what their pages paint. */
async function proveDocuments(
  documents: readonly ManifestDocument[],
  {
    path,
    cwd,
    signal,
  }: Pick<VerifyOptions, "cwd"> & { readonly path: PathOf; readonly signal?: AbortSignal | undefined },
): Promise<{ problems: Problem[]; pages: Map<string, readonly string[]> }> {
  const owners = new Map(documents.map(({ sha256, name }) => [sha256, name]));
  const pages = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  const proof = new Proof();
  for (const { name, sha256, isHandedOut, expectation } of documents) {
    signal?.throwIfAborted();
    const file = path(name);
    const fault = (message: string) => problems.push(verifyProblem("verify-file", file, message));
    const content = await readPlainFile(resolve(cwd, file), MOST_BYTES.file);
    if ("fault" in content) {
      fault(content.fault);
      continue;
    }
    const hash = hashOf(content.bytes);
    const owner = hash === sha256 ? undefined : owners.get(hash);
    if (owner !== undefined) fault(`It is not this document but a copy of ${owner}`);
    else if (hash !== sha256) fault(CHANGED);
    problems.push(...(await proof.of(content.bytes, expectation(file))));
    if (isHandedOut) pages.set(name, pagesIn(content.bytes));
  }
  return { problems, pages };
}

/** What each page paints; nothing of a document that cannot be read, which has been told. */
function pagesIn(bytes: Uint8Array): readonly string[] {
  try {
    return pageHashes(bytes);
  } catch {
    return [];
  }
}

/** The page as HTML of each document that was written so too. */
async function checkHtml({ versions, students }: Manifest, path: PathOf, cwd: string): Promise<Problem[]> {
  const documents = [...versions.flatMap(({ student, key }) => [student, ...(key ? [key] : [])]), ...students];
  const problems: Problem[] = [];
  for (const { file, html } of documents) {
    if (html === undefined) continue;
    const page = path(file.replace(/\.pdf$/, ".html"));
    const content = await readPlainFile(resolve(cwd, page), MOST_BYTES.file);
    if ("fault" in content) problems.push(verifyProblem("verify-file", page, content.fault));
    else if (hashOf(content.bytes) !== html) problems.push(verifyProblem("verify-file", page, CHANGED));
  }
  return problems;
}

async function checkKeysTable({ versions, keys }: Manifest, path: PathOf, cwd: string): Promise<Problem[]> {
  const file = path(keysCsv.file);
  const content = await readPlainFile(resolve(cwd, file), MOST_BYTES.file);
  if (!keys) {
    const message = "It is not in the manifest";
    return "bytes" in content ? [verifyProblem("verify-file", file, message)] : [];
  }
  if ("fault" in content) return [verifyProblem("verify-file", file, content.fault)];
  const planned = keysTable(versions.filter(({ key }) => key));
  const differs = firstDifference(content.bytes.toString(), planned);
  if (differs) {
    const message = `Line ${differs.line} is "${differs.found}", expected "${differs.planned}"`;
    return [verifyProblem("verify-keys-csv", file, message)];
  }
  const message = "The manifest has another hash of it";
  return hashOf(content.bytes) === keys.sha256 ? [] : [verifyProblem("verify-file", file, message)];
}

function firstDifference(text: string, other: string) {
  const [found, planned] = [text.split("\n"), other.split("\n")];
  const index = Array.from({ length: Math.max(found.length, planned.length) }).findIndex(
    (_, line) => found[line] !== planned[line],
  );
  const excerpt = (lines: readonly string[]) => (lines[index] ?? "").slice(0, 80);
  return index < 0 ? undefined : { line: index + 1, found: excerpt(found), planned: excerpt(planned) };
}

async function checkPrint(
  { print }: Manifest,
  documents: readonly ManifestDocument[],
  pages: ReadonlyMap<string, readonly string[]>,
  path: PathOf,
  cwd: string,
): Promise<Problem[]> {
  if (!print) return [];
  const file = path(print.file);
  const content = await readPlainFile(resolve(cwd, file), MOST_BYTES.file);
  if ("fault" in content) return [verifyProblem("verify-file", file, content.fault)];
  const handedOut = documents.filter(({ isHandedOut }) => isHandedOut);
  const plans = handedOut.map(({ expectation }) => expectation(file));
  const papers = handedOut.map(({ name }) => ({ file: name, pages: pages.get(name) ?? [] }));
  const allowed = [...new Set(plans.flatMap((plan) => plan.allowed))];
  // Papers of one version keep the same secrets.
  const secrets = [
    ...new Map(plans.flatMap((plan) => plan.secrets).map((one) => [one.texts.join("\n"), one])).values(),
  ];
  const changed = hashOf(content.bytes) === print.sha256 ? [] : [verifyProblem("verify-file", file, CHANGED)];
  return [...changed, ...checkPrintFile(content.bytes, papers, { file, secrets, allowed })];
}

/** PDFs that the manifest does not know: what somebody might hand out for one of its own. */
async function strangers(
  { print }: Manifest,
  documents: readonly ManifestDocument[],
  path: PathOf,
  folder: string,
): Promise<Problem[]> {
  const known = new Set([...documents.map(({ name }) => name), ...(print ? [print.file] : [])]);
  const unknown = (await pdfNames(folder)).filter((name) => !known.has(name));
  return unknown.map((name) => verifyProblem("verify-file", path(name), "It is not in the manifest"));
}

function noManifest(file: string, fault: string): Problem {
  return {
    ...manifestFault(file, fault),
    hint: "Give the folder that a build wrote into: `exam verify output/quiz5`.",
  };
}

function manifestFault(file: string, fault: string): Problem {
  return verifyProblem("verify-manifest", file, fault);
}

function notSearched(file: string): Problem {
  const message = "It was built without keys, so no paper can be searched for words of the key; the build has done so";
  return { ...verifyProblem("verify-no-key", file, message), severity: "note" };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
