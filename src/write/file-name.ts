import { WriteError } from "./write-error.ts";

/** Whether a name is one file's in one folder: nothing leads out of it, and no name with a dot is taken that staging needs. */
export function isFileName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return name !== "" && !name.startsWith(".") && !/[/\\\u0000-\u001f\u007f]/.test(name);
}

/** Throws a `WriteError` for a name that `isFileName` denies. */
export function checkFileName(name: string): void {
  if (!isFileName(name))
    throw new WriteError(
      JSON.stringify(name),
      "expected a name without slashes and control characters that does not begin with a dot",
    );
}
