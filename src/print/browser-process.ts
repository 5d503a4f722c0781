import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { Browser, ConnectionTransport } from "puppeteer-core";

/** A running browser. */
export interface BrowserProcess {
  readonly browser: Browser;
  /** What the browser calls itself: `Chromium 147.0.7727.0`. */
  readonly version: string;
  /** Ends the browser and removes all it left on the disk. Also happens by itself when this process ends. */
  close(): Promise<void>;
}

/** Milliseconds within which a browser that starts has to answer. */
const PATIENCE = 60_000;

/** The browser is there but does not start; the message is what it said. */
export class StartError extends Error {}

/**
 * Starts a browser and connects to it through a pipe. Nobody else can connect to a pipe, and a browser whose pipe breaks ends
 * itself, so none outlives this process, however that ends. The folders are the browser's own and removed with it.
 * Throws a {@link StartError}.
 */
export async function startBrowser(
  executable: string,
  switches: readonly string[],
  env: NodeJS.ProcessEnv,
  folders: readonly string[],
): Promise<BrowserProcess> {
  const child = spawn(executable, [...switches, "--remote-debugging-pipe", "about:blank"], {
    env,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and the group can be killed as one.
    detached: process.platform !== "win32",
  });
  const removeFolders = () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const ended = endOf(child);
  // Folders can be removed only when their browser is dead. Without any it is left to end in good order.
  if (folders.length > 0)
    void ended.then(
      atExit(() => {
        kill(child);
        removeFolders();
      }),
    );
  const close = async () => {
    child.stdio[3]?.destroy();
    const timer = setTimeout(() => kill(child), 2000);
    await ended;
    clearTimeout(timer);
    removeFolders();
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
    const options = { transport: pipe(child), defaultViewport: null, protocolTimeout: 0 };
    const browser = await Promise.race([puppeteer.connect(options), failed, silent]);
    const version = (await Promise.race([browser.version(), failed, silent]))
      .replace(/^HeadlessChrome\//, "Chromium ")
      .replace("/", " ");
    return { browser, version, close };
  } catch (error) {
    kill(child);
    await close();
    throw error instanceof StartError ? error : new StartError(`${executable}: ${(await ended) || error}`);
  } finally {
    clearTimeout(timer);
  }
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

/** Has something done when this process exits, or dies of a signal that nobody else handles. Returns what takes it back. */
function atExit(action: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const die = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    takeBack();
    action();
    process.kill(process.pid, signal);
  };
  const takeBack = () => {
    process.removeListener("exit", action);
    for (const signal of signals) process.removeListener(signal, die);
  };
  process.once("exit", action);
  for (const signal of signals) process.on(signal, die);
  return takeBack;
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
