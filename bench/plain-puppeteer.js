// What somebody would write who needs shuffled exams and knows Puppeteer: Markdown to HTML with formulas, everything inlined,
// one page of one browser reused, `setContent`, `page.pdf`. It checks nothing, measures nothing and proves nothing.
//
//   node bench/plain-puppeteer.js <exam.md> <versions> <folder> <browser>
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { toHtml } from "hast-util-to-html";
import puppeteer from "puppeteer-core";
import rehypeKatex from "rehype-katex";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const [, , source, versions, folder, executablePath] = process.argv;
const require = createRequire(import.meta.url);
mkdirSync(folder, { recursive: true });

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(remarkDirective);
const html = unified().use(remarkRehype).use(rehypeKatex);
const exam = markdown.parse(readFileSync(source, "utf8"));
const style = pageStyle();

const browser = await puppeteer.launch({
  executablePath,
  headless: "shell",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (let version = 1; version <= Number(versions); version++) {
  const questions = shuffled(questionsOf(exam));
  for (const view of ["paper", "key"]) {
    await page.setContent(await documentOf(questions, view));
    await page.pdf({ path: join(folder, `${version}-${view}.pdf`), format: "A4", preferCSSPageSize: true });
  }
}
await browser.close();

/** The blocks below each heading of the second rank. */
function questionsOf({ children }) {
  const starts = children.flatMap(({ type, depth }, index) => (type === "heading" && depth === 2 ? [index] : []));
  return starts.map((start, index) => children.slice(start + 1, starts[index + 1]));
}

function shuffled(items) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

async function documentOf(questions, view) {
  const blocks = questions.flatMap((question, index) => [
    { type: "heading", depth: 2, children: [{ type: "text", value: `Question ${index + 1}` }] },
    ...(view === "key" ? question : withoutAnswers(question)),
  ]);
  const tree = await html.run({ type: "root", children: structuredClone(blocks) });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${style}</style></head><body>${toHtml(inlined(tree))}</body></html>`;
}

/** Leaves out solutions, rubrics and feedback, and unticks the boxes. */
function withoutAnswers(nodes) {
  return nodes
    .filter(({ type, name }) => type !== "blockquote" && !["solution", "rubric", "note"].includes(name))
    .map((node) => ({
      ...node,
      ...(node.checked && { checked: false }),
      ...(node.children && { children: withoutAnswers(node.children) }),
    }));
}

/** Pictures as data in the page. */
function inlined(node) {
  const { src } = node.properties ?? {};
  if (typeof src === "string") node.properties.src = dataUrl(join(dirname(source), src));
  for (const child of node.children ?? []) inlined(child);
  return node;
}

/** The style sheets with their fonts as data: about half a megabyte. */
function pageStyle() {
  const katex = require.resolve("katex/dist/katex.min.css");
  const faces = ["400", "400-italic", "700"].map((face) =>
    require.resolve(`@fontsource/libertinus-serif/latin-${face}.css`),
  );
  const sheets = [katex, ...faces].map((file) =>
    readFileSync(file, "utf8").replace(/url\((?!data:)([^)]*?\.woff2)\)[^;}]*/g, (_, font) => {
      return `url(${dataUrl(join(dirname(file), font))})`;
    }),
  );
  return `${sheets.join("\n")} body { font: 11pt "Libertinus Serif" } h2 { break-after: avoid } @page { size: A4; margin: 2cm }`;
}

function dataUrl(file) {
  const types = { svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", woff2: "font/woff2" };
  return `data:${types[file.split(".").at(-1)]};base64,${readFileSync(file).toString("base64")}`;
}
