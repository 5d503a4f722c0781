import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Where the test program lies, bundled so that Node runs it. */
export async function bundleChild(): Promise<string> {
  const outfile = join(import.meta.dirname, "../../node_modules/.cache/print-test-child.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}

/** A started test program. */
export interface Running {
  readonly child: ChildProcess;
  /** All it has said so far. */
  readonly output: () => string;
  /** Resolves when it has said something matching. */
  said(what: RegExp): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export function run(program: string, argument: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [program, argument], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise<Awaited<Running["ended"]>>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const said = async (what: RegExp) => {
    while (!what.test(output)) {
      if (child.exitCode !== null) throw new Error(`ended, having said: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, said, ended };
}

/** Living processes whose program lies in a folder (Linux). */
export function processesIn(folder: string): number[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const zombie = /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
      return !zombie && readlinkSync(`/proc/${pid}/exe`).startsWith(folder) ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

/** Seconds a living process has computed so far; 0 for one that has ended (Linux). */
export function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** Sends a signal to those of some processes that have not ended meanwhile. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}

/** Waits until no process of a folder is left; returns those that are after a time no machine needs. */
export function remaining(folder: string): Promise<number[]> {
  return leftOf(() => processesIn(folder));
}

/** Waits until a folder is empty; returns what is in it after a time no machine needs. */
export function leftIn(folder: string): Promise<string[]> {
  return leftOf(() => readdirSync(folder));
}

async function leftOf<Item>(look: () => Item[]): Promise<Item[]> {
  for (let waited = 0; waited < 30_000 && look().length > 0; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return look();
}
