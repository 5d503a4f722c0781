// Exams of sizes and kinds that the quiz is not.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "signal filter network gradient sample energy matrix vector model noise phase image layer token kernel".split(" ");

/** Writes the exams into a folder; returns their names and files. */
export function writeExams(folder) {
  mkdirSync(join(folder, "figures"), { recursive: true });
  for (let n = 1; n <= FIGURES; n++) writeFileSync(join(folder, `figures/${n}.svg`), figure(n));
  return Object.entries(EXAMS).map(([name, questions]) => {
    const file = join(folder, `${name.replaceAll(" ", "-")}.md`);
    const text = questions.map((question, index) => `## {#q${index + 1}}\n\n${question}\n`).join("\n");
    writeFileSync(file, `---\ntitle: Bench\ndate: 2025-01-31\n---\n\n${text}`);
    return { name, file };
  });
}

const FIGURES = 30;

/** Curves, each of five hundred points, over a grid. */
function figure(seed) {
  const curve = (n) =>
    numbered(500, (x) => `${x} ${(100 + 90 * Math.sin((x * (n + seed)) / 40) * Math.exp(-x / 400)).toFixed(2)}`);
  const grid = numbered(20, (n) => `<path d="M0 ${10 * n}H500M${25 * n} 0V200" stroke="#ccc"/>`);
  const curves = numbered(6, (n) => `<polyline points="${curve(n).join(" ")}" fill="none" stroke="#000"/>`);
  const attributes = 'xmlns="http://www.w3.org/2000/svg" width="500" height="200" viewBox="0 0 500 200"';
  return `<svg ${attributes}>${[...grid, ...curves].join("")}</svg>`;
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
  "an exam full of figures": numbered(
    FIGURES,
    (n) => `${words(n, 10)}\n\n![${words(n, 6)}](figures/${n}.svg)\n\n${options(n, (m) => `${words(m, 4)}.`)}`,
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
