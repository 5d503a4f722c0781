/**
 * The machine, not the exam, is at fault: no browser can be started, or nothing can be written.
 * Its message is one line that says what to do.
 */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  /** What the command line exits with. */
  readonly exitCode = 3;
}
