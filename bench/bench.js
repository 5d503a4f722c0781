// What the program costs on this machine, beside a plain Puppeteer script that prints the same exam in the same run, so that
// the ratio means something on any machine. A table in Markdown: wall and CPU seconds, peak memory of all processes
// together, papers (and keys) a second, and how many times the plain script's throughput that is.
//
//   npm run bench                  all but the slowest
//   npm run bench -- versions      some: start, versions, thousand, exams, preview
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { writeExams } from "./exams.js";
import { measure, median } from "./measure.js";
import { savesToPages } from "./preview.js";

const root = join(import.meta.dirname, "..");
const exam = ["node", join(root, "dist/exam.js")];
const quiz = join(root, "exams/quiz5.md");
const folder = mkdtempSync(join(tmpdir(), "exam-bench-"));
const chosen = process.argv.slice(2);
const isChosen = (name, byDefault = true) => (chosen.length > 0 ? chosen.includes(name) : byDefault);

const [{ model }] = cpus();
console.log(
  `${model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`,
);
console.log("| what | wall s | CPU s | memory MB | papers/s | times the plain script |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");

try {
  const browser = /Chrom\S+ \S+, (.*)/.exec((await measure([...exam, "doctor"], { cwd: folder })).out)?.[1];
  if (!browser) throw new Error("Expected a browser");
  // Unpacks what is unpacked once and warms the disk.
  await build(quiz, 1);

  if (isChosen("start")) {
    row("`exam --version`", await median(5, [...exam, "--version"]));
    row("`exam --help`", await median(5, [...exam, "--help"]));
    row("`exam check` of the quiz", await median(5, [...exam, "check", quiz]));
  }
  if (isChosen("versions")) {
    await compare("the quiz", quiz, 1, browser, 5);
    await compare("the quiz", quiz, 10, browser, 3);
    await compare("the quiz", quiz, 100, browser, 3);
    row("100 versions, nothing changed", await build(quiz, 100, 1, []), 200);
  }
  if (isChosen("thousand", false)) await compare("the quiz", quiz, 1000, browser);
  if (isChosen("exams")) for (const { name, file } of writeExams(folder)) await compare(name, file, 10, browser);
  if (isChosen("preview")) {
    const file = join(folder, "quiz5.md");
    copyFileSync(quiz, file);
    cpSync(join(root, "exams/figures"), join(folder, "figures"), { recursive: true });
    const [first, ...others] = await savesToPages(exam, file, 10, browser);
    row("preview: from the first save to the page", { wall: first });
    row("preview: from one of nine more saves, the middle one", { wall: middle(others) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A build and the plain script one after the other, each with a paper and a key for each version. */
async function compare(name, file, versions, browser, runs = 1) {
  const plain = [process.execPath, join(import.meta.dirname, "plain-puppeteer.js")];
  const theirs = await median(runs, [...plain, file, String(versions), join(folder, "plain"), browser]);
  const ours = await build(file, versions, runs);
  const title = `${versions} ${versions === 1 ? "version" : "versions"} of ${name}`;
  row(`${title}, plain Puppeteer`, theirs, 2 * versions);
  row(title, ours, 2 * versions, theirs);
}

function build(file, versions, runs = 1, options = ["--force"]) {
  const out = ["-o", join(folder, "output"), "--quiet"];
  return median(runs, [...exam, "build", file, "--versions", String(versions), ...out, ...options]);
}

function middle(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

function row(what, { wall, cpu, memory }, papers, plain) {
  const numbers = [
    wall.toFixed(2),
    cpu?.toFixed(2) ?? "",
    memory?.toFixed(0) ?? "",
    papers ? (papers / wall).toFixed(1) : "",
    plain ? (plain.wall / wall).toFixed(1) : "",
  ];
  console.log(`| ${what} | ${numbers.join(" | ")} |`);
}
