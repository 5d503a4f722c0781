import type { Io } from "../../src/cli/io.ts";

/** What a test wants its surroundings to be. */
export interface Surroundings {
  readonly env?: Io["env"];
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
}

/** An `Io` that keeps what is written. */
export function fakeIo({ env = {}, cwd = process.cwd(), isTTY = false, columns, signal }: Surroundings = {}) {
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
    env,
    cwd,
    signal: signal ?? new AbortController().signal,
  } satisfies Io;
}
