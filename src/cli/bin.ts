#!/usr/bin/env node
import { run } from "../cli.ts";
import { colorsFor } from "./colors.ts";
import { ExitCode } from "./exit-code.ts";
import { formatFailure } from "./format-human.ts";
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

// `exam build … | head` closes the pipe early, which is no failure; an output on a full disk is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    const colors = colorsFor(process.stderr, process.env);
    process.stderr.write(formatFailure(`Cannot write the output: ${error.message}`, undefined, colors));
    process.exit(ExitCode.environment);
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
