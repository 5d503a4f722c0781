/** A quiz of sums whose right options have the given letters, for the examples of rules about keys. */
export function sumsQuiz(letters: string): string {
  const sums = [...letters].map((letter, index) => {
    const [one, other] = [index + 2, index + 3];
    const options = [..."abcd"].map((candidate) => {
      const off = candidate.charCodeAt(0) - letter.charCodeAt(0);
      return `- [${off === 0 ? "x" : " "}] ${one + other + off}`;
    });
    return `\n## {#sum-${index + 1}}\n\n$${one} + ${other} = {?}$\n\n${options.join("\n")}\n`;
  });
  return `---\ntitle: Quiz\n---\n${sums.join("")}`;
}
