/** A version's label that would give its files the names of others. */
export interface LabelClash {
  /** Its place among the labels. */
  readonly index: number;
  /** What was expected instead, to follow "expected". */
  readonly expected: string;
}

/**
 * The first label that cannot stand beside those before it: a paper is `quiz-A.pdf`, its key `quiz-A-key.pdf`, the file of all
 * papers `quiz-print.pdf`, and to some file systems upper and lower case are one.
 */
export function labelClash(labels: readonly string[]): LabelClash | undefined {
  const names = labels.map((label) => label.toLowerCase());
  for (const [index, name] of names.entries()) {
    const label = labels[index] as string;
    if (names.indexOf(name) < index) return { index, expected: "labels that differ by more than upper and lower case" };
    if (name === "print") return { index, expected: `a label other than ${label}, as the file of all papers is named` };
    const keyOf = names.indexOf(name.replace(/-key$/, ""));
    if (name.endsWith("-key") && keyOf >= 0)
      return { index, expected: `a label other than ${label}, as the key of version ${labels[keyOf]} is named` };
  }
  return undefined;
}
