import { constants } from "node:fs";
import { access, lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { buildExam } from "../build.ts";
import { cacheFolder, EnvironmentError, openPrinter } from "../print/index.ts";
import { FACE_SETS, type Family } from "../read/typefaces/families.ts";
import { installedFamily } from "../read/typefaces/installed-family.ts";
import { loadTypefaces } from "../read/typefaces.ts";
import { writeStarter } from "./starter.ts";

/** One thing a build depends on, looked at. */
export interface Finding {
  /** What was looked at. */
  readonly name: "node" | "browser" | "sandbox" | "fonts" | "large-fonts" | "cache" | "folder" | "trial";
  /** `fault`: no build could work. `advice`: builds work, and something could be better. */
  readonly state: "good" | "advice" | "fault";
  /** What is there, in a few words. */
  readonly found: string;
  /** What to do about it; for anything but `good`. */
  readonly advice?: string;
}

/** Where a build would run. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

/** Looks at all a build depends on, and at last builds a small exam. */
export async function diagnose(surroundings: Surroundings): Promise<Finding[]> {
  const browser = await lookAtBrowser(surroundings.env);
  const findings: Finding[] = [
    lookAtNode(process.version),
    ...browser,
    ...lookAtFonts(),
    await lookAtCache(surroundings.env),
    await lookAtFolder(surroundings.cwd),
  ];
  if (findings.some(({ name, state }) => state === "fault" && name !== "folder")) return findings;
  return [...findings, await tryBuild(surroundings)];
}

/** Whether a version of Node, such as `v20.19.0`, is one the program runs on. */
export function lookAtNode(version: string): Finding {
  const least = packageJson.engines.node.replace(/^>=/, "");
  const found = `${version.replace(/^v/, "")} on ${process.platform} ${process.arch}`;
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const [have, need] = [numbers(version), numbers(least)];
  const index = need.findIndex((number, place) => number !== have[place]);
  if (index < 0 || (have[index] ?? 0) > (need[index] ?? 0)) return { name: "node", state: "good", found };
  return { name: "node", state: "fault", found, advice: `Install Node ${least} or newer: https://nodejs.org` };
}

async function lookAtBrowser(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  try {
    const printer = await openPrinter({ env, jobs: 1, force: true });
    await printer.close();
    const unsandboxed = printer.notes.find(({ rule }) => rule === "no-sandbox");
    return [
      { name: "browser", state: "good", found: `${printer.browser}, ${printer.executable}` },
      unsandboxed
        ? {
            name: "sandbox",
            state: "advice",
            found: unsandboxed.message,
            advice: "Build exams of strangers as an ordinary user, with the sandbox.",
          }
        : { name: "sandbox", state: "good", found: "The browser runs in its sandbox" },
    ];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const named =
      env.PUPPETEER_EXECUTABLE_PATH && "It is the one PUPPETEER_EXECUTABLE_PATH names; without that, others are tried.";
    const advice = [error.message.trim(), named].filter(Boolean).join(" ");
    return [{ name: "browser", state: "fault", found: "None can be started", advice }];
  }
}

function lookAtFonts(): Finding[] {
  try {
    loadTypefaces();
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const advice = "The installation is incomplete: install exams-as-code again.";
    return [{ name: "fonts", state: "fault", found, advice }];
  }
  const { families, last, large } = FACE_SETS.serif;
  const namesOf = (of: readonly Family[]) => of.map(({ name }) => name).join(", ");
  const isThere = (family: Family) => installedFamily(family) !== undefined;
  const there = Object.values(large).filter(isThere);
  const lacking = Object.values(large).filter((family) => !isThere(family));
  const install = `for others: npm install ${lacking.map((family) => family.package).join(" ")}`;
  return [
    { name: "fonts", state: "good", found: namesOf([...families, ...last]) },
    {
      name: "large-fonts",
      state: "good",
      found: [namesOf(there) || "none", ...(lacking.length > 0 ? [install] : [])].join("; "),
    },
  ];
}

async function lookAtCache(env: NodeJS.ProcessEnv): Promise<Finding> {
  const folder = cacheFolder(env);
  if (await isWritable(folder)) {
    const megabytes = Math.round((await sizeOf(folder)) / 1e6);
    return { name: "cache", state: "good", found: `${folder}, ${megabytes} MB` };
  }
  return {
    name: "cache",
    state: "advice",
    found: `${folder} cannot be written`,
    advice: "Set XDG_CACHE_HOME to a folder with 250 MB to spare; else the browser is unpacked anew for every build.",
  };
}

async function lookAtFolder(cwd: string): Promise<Finding> {
  if (await isWritable(cwd)) return { name: "folder", state: "good", found: `${cwd} can be written` };
  const advice = "Build in a folder of your own, or name one with -o.";
  return { name: "folder", state: "fault", found: `${cwd} cannot be written`, advice };
}

/** Builds a small exam in a folder of its own, which is removed. */
async function tryBuild({ env, signal }: Surroundings): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), "exam-doctor-"));
  try {
    await writeStarter("trial.md", folder, { lang: "en", date: "2025-01-31" });
    const start = performance.now();
    const { summary, problems } = await buildExam("trial.md", {
      cwd: folder,
      env,
      force: true,
      ...(signal && { signal }),
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const error = problems.find(({ severity }) => severity === "error");
    if (!error) return { name: "trial", state: "good", found: `${summary.pages} pages built in ${seconds} s` };
    const advice = "This is a fault of the program or its installation. Please report it.";
    return { name: "trial", state: "fault", found: `${error.message} [${error.rule}]`, advice };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a folder can be written, or made where it is not there. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT" && dirname(folder) !== folder;
    return isMissing && isWritable(dirname(folder));
  }
}

/** Bytes of the files in a folder; 0 where there is none. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await lstat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
