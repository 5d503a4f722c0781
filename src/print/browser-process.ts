import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Browser, ConnectionTransport } from "puppeteer-core";
import { blankPage } from "./blank-page.ts";

/** A running browser. */
export interface BrowserProcess {
  readonly browser: Browser;
  /** What the browser calls itself: `Chromium 147.0.7727.0`. */
  readonly version: string;
  /** The address of a page that opened when it started, where pages are painted only when told to. */
  readonly firstPage?: string;
  /** Ends the browser and removes all it left on the disk. Also happens by itself when this process ends. */
  close(): Promise<void>;
}

/** For whoever does not wait for a browser that starts. */
export interface StartWatch {
  /** Ends a browser that is still starting, or has started. */
  readonly signal?: AbortSignal;
  /** Called when its process is there. */
  readonly onSpawn?: () => void;
}

/** How a browser is started. */
export interface BrowserCommand extends StartWatch {
  readonly executable: string;
  readonly switches: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Whether pages can be opened that are never painted on a screen, which is a fifth of the work. */
  readonly paintsWhenTold: boolean;
  /** Whether it needs a folder for its profile. */
  readonly profile: boolean;
  /** The folder it lies in, where that is removed when it has ended. */
  readonly temporary?: string;
}

/** Milliseconds within which a browser that starts has to answer. */
const PATIENCE = 60_000;

/** The number of a message whose answer nobody reads: Puppeteer's count up from 1. */
const UNHEARD = 1_000_000_000;

/** The browser is there but does not start; the message is what it said. */
export class StartError extends Error {}

/**
 * Starts a browser and connects to it through a pipe. Nobody else can connect to a pipe, and a browser whose pipe breaks ends
 * itself, so none outlives this process, however that ends. All it leaves on the disk lies in a folder of its own, which is
 * removed. Throws a {@link StartError}; `temporary` is then still there where the browser may be tried again.
 */
export async function startBrowser(command: BrowserCommand): Promise<BrowserProcess> {
  const { executable, temporary } = command;
  // In one go with the start: a program that ends in between would leave it behind.
  const home = makeHome(executable);
  const child = spawnBrowser(command, home);
  const ended = endOf(child);
  command.signal?.addEventListener("abort", () => kill(child));
  command.onSpawn?.();
  // Nothing in it is to be kept, and a good end takes long.
  const end = async () => {
    kill(child);
    await ended;
    remove(home);
  };
  const close = async () => {
    await end();
    if (temporary) remove(temporary);
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    // Loaded while the browser starts.
    const { default: puppeteer } = await import("puppeteer-core");
    const failed = ended.then((said) => Promise.reject(new StartError(`${executable}: ${said}`)));
    const silent = new Promise<never>((_, reject) => {
      const error = new StartError(`${executable}: it did not answer within ${PATIENCE / 1000} s`);
      timer = setTimeout(() => reject(error), PATIENCE);
    });
    // Its own timers would keep this process alive for minutes when the browser has died before it was asked anything.
    const transport = pipe(child);
    const firstPage = command.paintsWhenTold ? blankPage() : undefined;
    // It opens as soon as there is a browser; nobody waits for the answer.
    if (firstPage) transport.send(JSON.stringify({ id: UNHEARD, method: "Target.createTarget", params: firstPage }));
    const options = { transport, defaultViewport: null, protocolTimeout: 0 };
    const browser = await Promise.race([puppeteer.connect(options), failed, silent]);
    const version = (await Promise.race([browser.version(), failed, silent]))
      .replace(/^HeadlessChrome\//, "Chromium ")
      .replace("/", " ");
    return { browser, version, ...(firstPage && { firstPage: firstPage.url }), close };
  } catch (error) {
    await end();
    throw error instanceof StartError ? error : new StartError(`${executable}: ${(await ended) || error}`);
  } finally {
    clearTimeout(timer);
  }
}

/** A browser's folder for what is temporary. Its name is short: Chromium makes a socket in it, whose path may have 103 bytes. */
function makeHome(executable: string): string {
  try {
    return mkdtempSync(join(tmpdir(), "exam-"));
  } catch (error) {
    throw new StartError(`${executable}: no folder can be made for its temporary files: ${(error as Error).message}`);
  }
}

/**
 * Runs the browser that follows the two folders. Without the pipes, so that those who read them see the browser's end, it waits
 * for that end, whatever signal comes in between, and removes the folders; its own processes may still be writing for a moment.
 * A browser that could not be run at all (127) may be tried again, with other libraries.
 */
const SUPERVISOR = `
trap : HUP INT TERM
home=$1 temporary=$2
shift 2
"$@" &
exec 3<&- 4<&-
while wait $!; code=$?; kill -0 $! 2>/dev/null; do :; done
rm -rf "$home" 2>/dev/null || { sleep 1; rm -rf "$home"; }
[ $code = 127 ] || rm -rf "$temporary"
`;

function spawnBrowser({ executable, switches, env, profile, temporary = "" }: BrowserCommand, home: string) {
  const command = [executable, ...switches, "--remote-debugging-pipe"];
  if (profile) command.push(`--user-data-dir=${join(home, "profile")}`);
  const supervised = ["/bin/sh", "-c", SUPERVISOR, "sh", home, temporary, ...command, "about:blank"];
  // Windows has no such shell: there only `close` removes the folders.
  const [program = "", ...rest] = process.platform === "win32" ? [...command, "about:blank"] : supervised;
  return spawn(program, rest, {
    env: { ...env, TMPDIR: home, TEMP: home, TMP: home },
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and the group can be killed as one.
    detached: process.platform !== "win32",
  });
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Resolves when a process has ended, with the last it said. */
function endOf(child: ChildProcess): Promise<string> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4000);
  });
  // Nobody reads what the pipe to a dead browser might say; until it is closed by hand, the process does not count as closed.
  child.once("exit", () => child.stdio[3]?.destroy());
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(said.trim()));
  });
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
function pipe(child: ChildProcess): ConnectionTransport {
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const transport: ConnectionTransport = {
    send: (message) => void input.write(`${message}\0`),
    close: () => void input.destroy(),
  };
  let unfinished: string[] = [];
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const [first = "", ...rest] = chunk.split("\0");
    unfinished.push(first);
    for (const next of rest) {
      transport.onmessage?.(unfinished.join(""));
      unfinished = [next];
    }
  });
  output.once("close", () => transport.onclose?.());
  // A pipe that breaks is a browser that died; `onclose` says so.
  for (const stream of [input, output]) stream.on("error", () => {});
  return transport;
}
