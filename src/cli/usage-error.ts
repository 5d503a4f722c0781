/** The command line asks for something that makes no sense; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to do instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
