/** What the command's exit code means. An interrupted command ends with 128 + the number of the signal. */
export const ExitCode = {
  done: 0,
  /** The exam has errors, or warnings under `--strict`. */
  problems: 1,
  usage: 2,
  /** No usable browser, nothing can be written. */
  environment: 3,
  /** A fault of this program (`EX_SOFTWARE` of sysexits.h). */
  bug: 70,
} as const;
