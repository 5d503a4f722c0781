import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheFolder } from "../../src/print/index.ts";
import { exam, folderWith, svg } from "./folder.ts";

const root = join(import.meta.dirname, "../..");

/** What `record.js` has noted. */
interface Recorded {
  readonly opened: readonly string[];
  readonly started: readonly string[];
  readonly requests: readonly { readonly url: string; readonly answer?: string }[];
}

/** The program under test: inside the repository, so that it finds its dependencies and templates. */
let bundle: string;
/** Counts who reaches it. */
const server = createServer((_, response) => response.end("x"));
let reached = 0;
let address: string;
beforeAll(async () => {
  bundle = mkdtempSync(join(root, "node_modules/.exam-bundle-"));
  execFileSync(process.execPath, [join(root, "src/bundle.js"), bundle]);
  server.on("connection", () => reached++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(bundle, { recursive: true, force: true });
});

/** Builds `exam.md` in a folder, in a process of its own. */
async function build(folder: string) {
  const RECORD = join(folder, "record.json");
  const program = ["--import", join(import.meta.dirname, "record.js"), join(bundle, "exam.js")];
  const child = spawn(process.execPath, [...program, "build", "exam.md", "--html", "--force", "--format", "json"], {
    cwd: folder,
    env: { ...process.env, RECORD },
  });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (out += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  const recorded: Recorded = JSON.parse(readFileSync(RECORD, "utf8"));
  const problems: { rule: string; message: string }[] = JSON.parse(out).problems;
  return { code, problems, ...recorded };
}

/** Where files may be opened: the program's own, its browser's, the exam's, and temporary ones it makes itself. */
function allowed(folder: string): string[] {
  return [root, realpathSync(root), folder, cacheFolder(process.env), join(tmpdir(), "exam-")];
}

test("a hostile template makes the browser ask, and get nothing but the exam's own files", async () => {
  const folder = folderWith({
    "exam.md": exam("Why?\n\n![a figure](a.svg)", "template: ./ours\n"),
    "a.svg": svg('<rect width="9" height="9" onclick="alert(1)"/><script>fetch("/secret")</script>'),
    "secret.txt": "secret",
    "ours/paper.liquid": `{% layout "default/paper.liquid" %}{% block end %}
      <script>fetch("${address}/script")</script><script src="${address}/script.js"></script>
      <img src="${address}/a.png" onerror="fetch('${address}/error')"><img src="file:///etc/passwd"><img src="/secret.txt">
      <iframe src="${address}/frame"></iframe><iframe srcdoc="<img src='${address}/inner.png'>"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${address}/object"></object><embed src="${address}/embed"><video autoplay src="${address}/film.mp4"></video>
      <link rel="stylesheet" href="${address}/x.css"><link rel="preconnect" href="${address}"><link rel="prefetch" href="${address}/x">
      <link rel="dns-prefetch" href="${address}"><link rel="manifest" href="${address}/m.json"><link rel="icon" href="${address}/i.ico">
      <style>@import url(${address}/import.css); @font-face { font-family: X; src: url(${address}/x.woff2) } .x { font-family: X; background: url(${address}/y.png) }</style>
      <p class="x">x</p><svg><image href="${address}/s.png"/><use href="${address}/s.svg#a"/></svg>
      <meta http-equiv="refresh" content="0;url=${address}/refresh"><form action="${address}/form"><input autofocus></form>
      {% endblock %}`,
  });
  const { code, problems, opened, started, requests } = await build(folder);
  expect(code).toBe(1);
  expect(new Set(problems.filter(({ rule }) => rule !== "no-sandbox").map(({ rule }) => rule))).toContain(
    "refused-request",
  );
  expect(requests.length).toBeGreaterThan(10);
  const got = requests.filter(({ answer }) => answer !== undefined && answer !== "Fetch.failRequest");
  expect(got.length).toBeGreaterThan(3);
  for (const { url, answer } of got) {
    expect(answer).toBe("Fetch.fulfillRequest");
    expect(url).toMatch(
      /^https:\/\/exam-\d+\.invalid\/($|style\/|templates\/|template\/|images\/|typefaces\/|fonts\/)/,
    );
  }
  expect(reached).toBe(0);
  expect(started).toEqual([expect.stringMatching(/^\/bin\/sh -c .*(chromium|chrome) --headless/is)]);
  expect(opened).toContain(join(folder, "exam.md"));
  const strays = opened.filter((path) => !allowed(folder).some((place) => path.startsWith(place)));
  expect(strays.filter((path) => path.startsWith("/"))).toEqual([]);
  expect(opened.filter((path) => path.includes("secret.txt") || path.includes("passwd"))).toEqual([]);
  // What failed wrote nothing.
  expect(readdirSync(folder).sort()).toEqual(["a.svg", "exam.md", "ours", "record.json", "secret.txt"]);
});

test("what looks like the program's own marks is printed as it was typed, and cells are no formulas", async () => {
  const text =
    'item0 fill0 data-mark="0" {{ title }} {% include "x" %} &lt;span data-mark="3"&gt; </main> exam-1.invalid /style/questions.css';
  const folder = folderWith({
    "exam.md": `---
title: '{{ title }} "; } body { display: none } </style><script>alert(1)</script>'
course: "{% for i in (1..9) %}x{% endfor %}"
---

## {#one}

${text.replace("</main>", "&lt;/main>")}

- [x] =1+1 {#a}
- [ ] b

## {#two}

::short[=HYPERLINK("http://example.org")]{accept="@SUM(1)"}
`,
  });
  const { code, problems } = await build(folder);
  expect(problems.filter(({ rule }) => rule !== "no-sandbox")).toEqual([]);
  expect(code).toBe(0);
  const page = readFileSync(join(folder, "output/exam/exam-A.html"), "utf8");
  expect(page).not.toContain("<script");
  const words = page.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]*>/g, "");
  const unescaped = words.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
    String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
  expect(unescaped).toContain("{{ title }}");
  expect(unescaped).toContain("{% for i in (1..9) %}x{% endfor %}");
  for (const line of readFileSync(join(folder, "output/exam/keys.csv"), "utf8").split("\n"))
    for (const cell of line.split(",")) expect(cell).not.toMatch(/^"?[=+@]/);
});
