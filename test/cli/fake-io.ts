import type { Io } from "../../src/cli/io.ts";

/** What a test wants its surroundings to be. */
export interface Surroundings {
  readonly env?: Io["env"];
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
  /** Lines the user types. */
  readonly typed?: readonly string[];
}

/** An `Io` that keeps what is written. */
export function fakeIo({
  env = {},
  cwd = process.cwd(),
  isTTY = false,
  columns,
  signal,
  typed = [],
}: Surroundings = {}) {
  const output = () => {
    const written: string[] = [];
    return {
      write: (text: string) => written.push(text),
      isTTY,
      ...(columns !== undefined && { columns }),
      text: () => written.join(""),
    };
  };
  return {
    stdout: output(),
    stderr: output(),
    lines: () => typedLines(typed),
    env,
    cwd,
    signal: signal ?? new AbortController().signal,
  } satisfies Io;
}

async function* typedLines(lines: readonly string[]): AsyncGenerator<string, undefined> {
  yield* lines;
}
