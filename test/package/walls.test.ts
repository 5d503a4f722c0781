import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** An import that each folder must not have, and one it may. */
const WALLS: Readonly<Record<string, readonly [forbidden: string, allowed: string]>> = {
  model: ["../languages/words.ts", "./place.ts"],
  languages: ["../questions/kind.ts", "../model/exam.ts"],
  questions: ["../render/render.ts", "../model/exam.ts"],
  read: ["../check/check.ts", "../questions/index.ts"],
  check: ["../arrange/arrange.ts", "../questions/index.ts"],
  arrange: ["../read/read.ts", "../model/exam.ts"],
  render: ["../print/index.ts", "../questions/index.ts"],
  export: ["../render/render.ts", "../languages/words.ts"],
  print: ["../render/render.ts", "puppeteer-core"],
  verify: ["../arrange/arrange.ts", "../model/version.ts"],
  write: ["../export/index.ts", "../model/out-file.ts"],
  rules: ["../read/read.ts", "../check/index.ts"],
  lock: ["puppeteer-core", "../model/exam.ts"],
  press: ["../build.ts", "../render/render.ts"],
  tasks: ["../cli/io.ts", "../examine.ts"],
  cli: ["../print/index.ts", "../tasks/doctor.ts"],
  preview: ["../build.ts", "../model/page.ts"],
};

test("each folder has its wall, and the linter keeps it", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(WALLS).sort());

  const project = mkdtempSync(join(tmpdir(), "exam-walls-"));
  onTestFinished(() => rmSync(project, { recursive: true }));
  copyFileSync(join(ROOT, "biome.json"), join(project, "biome.json"));
  for (const [folder, imports] of Object.entries(WALLS))
    for (const [index, name] of ["forbidden", "allowed"].entries()) {
      const file = join(project, "src", folder, `${name}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from "${imports[index]}";\nexport const y = x;\n`);
    }
  expect(violations(project)).toEqual(
    Object.keys(WALLS)
      .map((folder) => `src/${folder}/forbidden.ts`)
      .sort(),
  );
});

/** Files of a project in which the linter finds an import it forbids. */
function violations(project: string): string[] {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const options = [
    "lint",
    "--only=noRestrictedImports",
    "--reporter=json",
    "--max-diagnostics=none",
    "--vcs-enabled=false",
  ];
  let said: string;
  try {
    said = execFileSync(process.execPath, [biome, ...options], { cwd: project, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    said = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(said) as { diagnostics: { location: { path: string | { file: string } } }[] };
  return diagnostics.map(({ location: { path } }) => (typeof path === "string" ? path : path.file)).sort();
}
