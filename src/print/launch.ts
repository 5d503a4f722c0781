import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import puppeteer, { type Browser, type ConnectionTransport } from "puppeteer";
import { EnvironmentError } from "./environment-error.ts";
import { type BrowserCandidate, findBrowsers } from "./find-browser.ts";

/** A running browser. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** What the browser calls itself, `Chromium 147.0.7727.0`. */
  readonly version: string;
  /** Set when the browser had to be started without its sandbox: why. */
  readonly unsandboxed?: string;
  /** Ends the browser and removes all it left on the disk. Also happens by itself when this process ends. */
  close(): Promise<void>;
}

/**
 * Each switch is there for one reason; all are listed in Chromium's sources under `…_switches.cc`.
 */
const SWITCHES = [
  "--headless",
  // Commands come through a pipe: nobody else can connect, and a browser whose pipe breaks ends itself, however we ended.
  "--remote-debugging-pipe",
  // Printing draws vectors; without this a process for the graphics card is tried three times.
  "--disable-gpu",
  // Widths of letters must not depend on the screen or its settings.
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--lang=en-US",
  // No name of the network resolves, whatever a document asks for.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--disable-breakpad",
  "--no-first-run",
  "--no-default-browser-check",
  // /dev/shm of a container is often 64 MB.
  "--disable-dev-shm-usage",
];

/** Starts the best browser of this machine. Throws an {@link EnvironmentError} where none can be started. */
export async function launchBrowser(env: NodeJS.ProcessEnv): Promise<RunningBrowser> {
  const failures: string[] = [];
  for await (const candidate of findBrowsers(env)) {
    try {
      return await start(candidate, env);
    } catch (error) {
      if (candidate.temporary) rmSync(candidate.temporary, { recursive: true, force: true });
      failures.push(error instanceof StartError ? error.message : `${candidate.executable}: ${error}`);
    }
  }
  throw new EnvironmentError(failures[0] ?? NO_BROWSER);
}

const NO_BROWSER =
  "No browser was found to print with. Install one with: npx puppeteer browsers install chrome-headless-shell";

/** The browser is there but does not start. */
class StartError extends Error {}

async function start(candidate: BrowserCandidate, env: NodeJS.ProcessEnv): Promise<RunningBrowser> {
  const unsandboxed = withoutSandbox(env);
  try {
    return await spawnAndConnect(candidate, { ...env, ...candidate.env }, unsandboxed);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    if (candidate.libraries === undefined || !LIBRARY_MISSING.test(error.message)) throw explain(error);
    const libraries = [candidate.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":");
    return await spawnAndConnect(
      candidate,
      { ...env, ...candidate.env, LD_LIBRARY_PATH: libraries },
      unsandboxed,
    ).catch((second) => {
      throw second instanceof StartError ? explain(second) : second;
    });
  }
}

function withoutSandbox(env: NodeJS.ProcessEnv): string | undefined {
  if (process.getuid?.() === 0) return "root cannot use it";
  if (env.PUPPETEER_DANGEROUS_NO_SANDBOX === "true") return "PUPPETEER_DANGEROUS_NO_SANDBOX is set";
  return undefined;
}

async function spawnAndConnect(
  { executable, wantsProfile, temporary }: BrowserCandidate,
  env: NodeJS.ProcessEnv,
  unsandboxed: string | undefined,
): Promise<RunningBrowser> {
  const profile = wantsProfile ? await mkdtemp(join(tmpdir(), "exam-profile-")) : undefined;
  const switches = [...SWITCHES];
  if (profile) switches.push(`--user-data-dir=${profile}`);
  if (unsandboxed) switches.push("--no-sandbox");
  const child = spawn(executable, [...switches, "about:blank"], {
    env,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // A process group of its own: Ctrl-C in the terminal reaches us first, and the whole group can be killed.
    detached: process.platform !== "win32",
  });
  const removeFolders = () => {
    for (const folder of [profile, temporary])
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const killAtExit = () => {
    kill(child);
    removeFolders();
  };
  process.once("exit", killAtExit);
  const ended = new Promise<string>((resolve) => {
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.once("error", (error) => resolve(String(error)));
    child.once("close", () => resolve(said));
  });
  void ended.then(() => process.removeListener("exit", killAtExit));
  const close = async () => {
    child.stdio[3]?.destroy();
    const timer = setTimeout(() => kill(child), 2000);
    await ended;
    clearTimeout(timer);
    removeFolders();
  };
  try {
    const browser = await Promise.race([
      puppeteer.connect({ transport: pipeTransport(child), defaultViewport: null }),
      ended.then((said) => {
        throw new StartError(`${executable}: ${said.trim()}`);
      }),
    ]);
    const version = (await browser.version()).replace(/^HeadlessChrome\//, "Chromium ").replace("/", " ");
    return { browser, version, close, ...(unsandboxed && { unsandboxed }) };
  } catch (error) {
    kill(child);
    await close();
    throw error instanceof StartError ? error : new StartError(`${executable}: ${(await ended).trim() || error}`);
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** The protocol's messages are JSON, each closed by a zero byte: written to the child's descriptor 3, read from its 4. */
function pipeTransport(child: ChildProcess): ConnectionTransport {
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const transport: ConnectionTransport = {
    send: (message) => void input.write(`${message}\0`),
    close: () => void input.destroy(),
  };
  let unfinished = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (unfinished + chunk).split("\0");
    unfinished = messages.pop() ?? "";
    for (const message of messages) transport.onmessage?.(message);
  });
  output.once("close", () => transport.onclose?.());
  // A pipe that breaks is a browser that died; `onclose` says so.
  for (const stream of [input, output]) stream.on("error", () => {});
  return transport;
}

const LIBRARY_MISSING = /error while loading shared libraries: ([^\s:]+)/;

/** Turns what a dying browser said into one line that says what to do. */
function explain(error: StartError): StartError {
  const library = LIBRARY_MISSING.exec(error.message)?.[1];
  if (library)
    return new StartError(
      `The browser misses the library ${library}. On Debian or Ubuntu: apt-get install libnss3 libnspr4 libexpat1 libgcc-s1`,
    );
  if (error.message.includes("ENOENT"))
    return new StartError(
      `${error.message}: no such program, or a Linux without glibc (Alpine): install chromium there`,
    );
  if (/sandbox/i.test(error.message))
    return new StartError(
      "The browser's sandbox is forbidden on this machine. Allow it (sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, " +
        "or a container's seccomp profile that permits user namespaces), or, if every source is your own, set PUPPETEER_DANGEROUS_NO_SANDBOX=true",
    );
  return error;
}
