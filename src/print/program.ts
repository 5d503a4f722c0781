/** A hash of the program's sources, which the bundle has; documents that another program printed are not reused. */
declare const PROGRAM: string | undefined;

/** What prints; undefined for a program that is not bundled, whose sources may change under it. */
export const program: string | undefined = typeof PROGRAM === "string" ? PROGRAM : undefined;
