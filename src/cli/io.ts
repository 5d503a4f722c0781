/** What the command line takes from its surroundings; a test hands in its own. */
export interface Io {
  /** Data: paths written, JSON. */
  readonly stdout: Output;
  /** Everything said to people. */
  readonly stderr: Output;
  /** The lines the user types; asking for them begins to wait for them. */
  lines(): AsyncIterator<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Aborted, with an `Interruption` as its reason, when the user wants out. */
  readonly signal: AbortSignal;
}

/** A stream that text is written to; a terminal has a width. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}
