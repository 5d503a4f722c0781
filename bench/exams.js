// Exams of sizes and kinds that the quiz is not.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "signal filter network gradient sample energy matrix vector model noise phase image layer token kernel".split(" ");

/** Writes the exams into a folder; returns their names and files. */
export function writeExams(folder) {
  return Object.entries(EXAMS).map(([name, questions]) => {
    const file = join(folder, `${name.replaceAll(" ", "-")}.md`);
    const text = questions.map((question, index) => `## {#q${index + 1}}\n\n${question}\n`).join("\n");
    writeFileSync(file, `---\ntitle: Bench\ndate: 2025-01-31\n---\n\n${text}`);
    return { name, file };
  });
}

const EXAMS = {
  "an exam of 120 questions": numbered(120, (n) => `${words(n, 30)}?\n\n${options(n, (m) => `${words(m, 8)}.`)}`),
  "an exam full of math": numbered(
    30,
    (n) =>
      `${words(n, 10)}\n\n$$\n\\sum_{k=0}^{${n}} \\frac{x^k}{k!} = \\int_0^{${n}} \\sqrt{1 + t^2}\\,dt\n$$\n\n${options(
        n,
        (m) => `$\\frac{${m}}{\\sqrt{x^{${m}} + y_{${m}}}}$`,
      )}`,
  ),
  "an exam full of code": numbered(
    30,
    (n) =>
      `${words(n, 10)}\n\n\`\`\`python\ndef f${n}(numbers):\n    return [x * ${n} for x in numbers if x % 2 == 0]\n\`\`\`\n\n${options(
        n,
        (m) => `\`f${n}([${m}, ${m + 1}])\``,
      )}`,
  ),
};

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function options(seed, make) {
  return [0, 1, 2, 3].map((n) => `- [${n === seed % 4 ? "x" : " "}] ${make(4 * seed + n)}`).join("\n");
}

/** So many words, other ones for each seed. */
function words(seed, count) {
  const text = numbered(count, (n) => WORDS[(seed * 7 + n * (seed + 3)) % WORDS.length]).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${seed}`;
}
