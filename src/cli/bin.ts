#!/usr/bin/env node
import { run } from "../cli.ts";
import { Interruption } from "./interruption.ts";
import { expectShortRun } from "./short-run.ts";

expectShortRun();

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    const interruption = new Interruption(signal);
    // Whoever asks twice does not want to wait for a clean end.
    if (controller.signal.aborted) process.exit(interruption.exitCode);
    controller.abort(interruption);
  });
}

// `exam build … | head` closes the pipe early, which is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  lines: typedLines,
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
});

async function* typedLines(): AsyncGenerator<string, undefined> {
  const { createInterface } = await import("node:readline");
  const lines = createInterface({ input: process.stdin, signal: controller.signal });
  try {
    yield* lines;
  } finally {
    // Else the process would wait for more.
    lines.close();
  }
}
