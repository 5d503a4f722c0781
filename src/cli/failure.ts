import { CommanderError } from "commander";
import { colorsFor } from "./colors.ts";
import { ExitCode } from "./exit-code.ts";
import { formatFailure } from "./format-human.ts";
import { Interruption } from "./interruption.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Says on stderr why a command came to no end of its own; returns the exit code. `help` tells where usage is explained. */
export function reportFailure(error: unknown, help: string, io: Io): number {
  const say = (message: string, hint?: string) =>
    io.stderr.write(formatFailure(message, hint, colorsFor(io.stderr, io.env)));

  if (io.signal.aborted && io.signal.reason instanceof Interruption) {
    say(io.signal.reason.message);
    return io.signal.reason.exitCode;
  }
  if (error instanceof CommanderError) {
    // Help and version end by an exception too, and have said all there is to say.
    if (error.exitCode === 0) return ExitCode.done;
    if (error.code !== "commander.help") sayUsage(error.message, help, say);
    return ExitCode.usage;
  }
  if (error instanceof UsageError) {
    say(error.message, error.hint);
    return ExitCode.usage;
  }
  if (error instanceof Error && (error.name === "EnvironmentError" || error.name === "WriteError")) {
    say(error.message);
    return ExitCode.environment;
  }
  say(
    `Sorry, exam itself has failed: ${error instanceof Error ? error.message : error}`,
    "This is a fault of the program, not of your exam. Please report it, with what EXAM_DEBUG=1 adds to this message.",
  );
  if (io.env.EXAM_DEBUG === "1") io.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return ExitCode.bug;
}

/** Commander's message, `error: unknown option '--strit'\n(Did you mean --strict?)`, in the form of all others. */
function sayUsage(text: string, help: string, say: (message: string, hint: string) => void): void {
  const [message = "", advice] = text.replace(/^error: /, "").split("\n");
  const hint = advice?.replace(/^\((.*)\)$/, "$1");
  say(message.charAt(0).toUpperCase() + message.slice(1), [hint, `See ${help}.`].filter(Boolean).join(" "));
}
