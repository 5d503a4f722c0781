import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const tsc = join(root, "node_modules/typescript/bin/tsc");

/** The package as it is packed: inside the repository, so that it finds its dependencies. */
let folder: string;
let packed: { readonly size: number; readonly files: readonly { readonly path: string }[] };

beforeAll(() => {
  folder = mkdtempSync(join(root, "node_modules/.package-"));
  for (const name of [
    "package.json",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "templates",
    "docs/front-matter.schema.json",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  execFileSync(process.execPath, [join(root, "src/bundle.js"), join(folder, "dist")]);
  execFileSync(process.execPath, [
    tsc,
    "-p",
    join(root, "src/tsconfig.types.json"),
    "--outDir",
    join(folder, "dist/types"),
  ]);
  const listing = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  packed = JSON.parse(listing)[0];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: folder, pack: false, strict: true });
  expect(messages).toEqual([]);
});

test("it holds what runs and what is read, and is small", () => {
  const paths = packed.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "package.json",
      "dist/exam.js",
      "dist/work.cjs",
      "dist/preview/page.js",
    ]),
  );
  expect(paths).toEqual(expect.arrayContaining(["docs/front-matter.schema.json", "templates/default/style.css"]));
  const kinds =
    /^(dist\/[\w-]+\.c?js|dist\/preview\/(page\.js|page\.html|style\.css|pdf\.mjs|pdf\.worker\.mjs)|dist\/types\/.*\.d\.ts|templates\/.*|docs\/front-matter\.schema\.json|[\w.]+)$/;
  expect(paths.filter((path) => !kinds.test(path))).toEqual([]);
  expect(packed.size).toBeLessThan(1_400_000);
});

test("what it imports is among its dependencies", () => {
  const names = readdirSync(join(folder, "dist"))
    .filter((file) => /\.c?js$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, "dist", file), "utf8");
      const written = text.matchAll(
        /\b(?:from|import|import\(|[^.\w]require\()\s*"((?:@[\w-]+\/)?[a-z][\w.-]*(?:\/[\w./-]+)?)"/g,
      );
      return [...written].map(([, name = ""]) => name);
    })
    .filter((name) => !isBuiltin(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  expect(names).toContain("@puppeteer/browsers");
  for (const name of names) expect(packageJson.dependencies).toHaveProperty([name]);
});

test("no dependency runs a script when it is installed", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const scripted = Object.entries<{ hasInstallScript?: boolean; dev?: boolean; optional?: boolean }>(lock.packages)
    .filter(([path, { hasInstallScript, dev, optional }]) => path !== "" && hasInstallScript && !dev && !optional)
    .map(([path]) => path);
  expect(scripted).toEqual([]);
});

test("a strict TypeScript project can use its types", () => {
  const project = join(folder, "project");
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(folder, join(project, "node_modules/exams-as-code"), "dir");
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  const options = {
    module: "nodenext",
    target: "es2023",
    lib: ["es2023"],
    types: ["node"],
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["use.ts"] }));
  writeFileSync(
    join(project, "use.ts"),
    `import { buildExam, checkExam, defineKind, type Exam } from "exams-as-code";
const { summary } = await buildExam("quiz.md", { versions: 2 });
export const pages: number = summary.pages;
export const exam: Exam | undefined = checkExam("quiz.md").exam;
export const kind = defineKind<string>({
  name: "code",
  claim: (blocks) => blocks.flatMap(({ type }, index) => (type === "code" ? [index] : [])),
  read: ({ blocks }) => String(blocks.length),
  arrange: (body) => body,
  key: (text) => ({ text, details: {} }),
  texts: () => ({ printed: [], secret: [] }),
  render: () => ({ type: "root", children: [] }),
  style: "",
});
// @ts-expect-error: pages are a number.
export const wrong: string = summary.pages;
`,
  );
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

test("it names the oldest Node it is built for", () => {
  const target = /target: "node([\d.]+)"/.exec(readFileSync(join(root, "src/bundle.js"), "utf8"))?.[1];
  expect(packageJson.engines.node).toBe(`>=${target}.0`);
  const workflow = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");
  expect(workflow).toContain(`node: ["${target}"`);
});
