import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

const action = parse(readFileSync(join(root, ".github/actions/exam/action.yml"), "utf8")) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};

/** A copy of the repository as a runner downloads it, with the program built. */
let copy: string;
/** The repository of somebody who uses the action. */
let workspace: string;

beforeAll(() => {
  copy = mkdtempSync(join(root, "node_modules/.action-"));
  execFileSync(process.execPath, [join(root, "src/bundle.js"), join(copy, "dist")]);
  mkdirSync(join(copy, ".github/actions/exam"), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeEach(() => {
  workspace = mkdtempSync(join(copy, "workspace-"));
  mkdirSync(join(workspace, "temp"));
  cpSync(join(root, "exams/figures"), join(workspace, "exams/figures"), { recursive: true });
  cpSync(join(root, "exams/quiz5.md"), join(workspace, "exams/quiz5.md"));
});

/** Does what a runner does with the action's steps: those in shell, with their inputs filled in. */
function runAction(given: Readonly<Record<string, string>>) {
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual = "" }]) => [name, given[name] ?? usual]),
  );
  const fill = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      expect(action.inputs).toHaveProperty(name);
      return inputs[name] ?? "";
    });
  const temp = join(workspace, "temp");
  const files = { GITHUB_ENV: join(temp, "env"), GITHUB_OUTPUT: join(temp, "output") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const assigned = (file: string) =>
    Object.fromEntries(
      readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
  let said = "";
  for (const { name, run, env = {} } of action.runs.steps) {
    // Until there is the command.
    if (run === undefined || name === "Verify") continue;
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: workspace,
      encoding: "utf8",
      env: {
        ...process.env,
        ...files,
        ...assigned(files.GITHUB_ENV),
        ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)])),
        GITHUB_ACTION_PATH: join(copy, ".github/actions/exam"),
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        NO_COLOR: "1",
      },
    });
    said += stdout + stderr;
    if (status !== 0) return { failed: name, said, outputs: {} };
  }
  return { failed: undefined, said, outputs: assigned(files.GITHUB_OUTPUT) };
}

const listed = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("the action", () => {
  test("puts papers and keys into two folders", () => {
    const { failed, said, outputs } = runAction({ files: "exams/*.md", strict: "true" });
    expect(failed, said).toBe(undefined);
    expect(listed(outputs.papers)).toEqual(["quiz5", "quiz5/quiz5-A.pdf", "quiz5/quiz5-B.pdf"]);
    expect(listed(outputs.keys)).toEqual([
      "quiz5",
      "quiz5/keys.csv",
      "quiz5/manifest.json",
      "quiz5/quiz5-A-key.pdf",
      "quiz5/quiz5-B-key.pdf",
    ]);
  });

  test("encrypts keys for those who hold the private key", () => {
    const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: workspace, stdio: "pipe" });
    // As docs/ci.md has it.
    openssl(
      ..."req -x509 -newkey rsa:3072 -nodes -days 1825 -subj".split(" "),
      "/CN=Exam keys",
      ..."-keyout key.pem -out certificate.pem".split(" "),
    );
    const { failed, said, outputs } = runAction({ files: "exams/quiz5.md", certificate: "certificate.pem" });
    expect(failed, said).toBe(undefined);
    expect(listed(outputs.keys)).toEqual(["keys.tar.gz.cms"]);
    const sealed = join(outputs.keys, "keys.tar.gz.cms");
    expect(readFileSync(sealed).includes("backbone")).toBe(false);
    openssl(..."cms -decrypt -binary -inform DER -inkey key.pem -out keys.tar.gz -in".split(" "), sealed);
    const names = execFileSync("tar", ["tzf", "keys.tar.gz"], { cwd: workspace, encoding: "utf8" });
    expect(names).toContain("./quiz5/keys.csv");
  });

  test("stops at an exam with an error, says where, and builds nothing", () => {
    writeFileSync(join(workspace, "exams/broken.md"), "---\ntitle: Broken\n---\n\n## {#q}\n\n- [x]Yes\n- [ ] No\n");
    const { failed, said } = runAction({ files: "exams/*.md" });
    expect(failed).toBe("Check");
    expect(said).toMatch(/^::error file=exams\/broken\.md,line=7,/m);
    expect(readdirSync(join(workspace, "temp"))).not.toContain("exams");
  });

  test("takes a file's name for nothing but a name", () => {
    const { failed } = runAction({ files: "exams/quiz5.md; touch pwned; $(touch pwned)" });
    expect(failed).toBe("Check");
    expect(readdirSync(workspace)).not.toContain("pwned");
  });

  test("hands no input to a shell but through a variable", () => {
    for (const { run = "", env = {} } of action.runs.steps) {
      expect(run).not.toContain("${{");
      for (const value of Object.values(env)) expect(value).toMatch(/^\$\{\{ inputs\.[\w-]+ \}\}$/);
    }
  });

  test("uploads papers and keys as two artifacts, after all else", () => {
    const uploads = action.runs.steps.slice(-2);
    for (const [index, name] of ["papers", "keys"].entries()) {
      expect(uploads[index]?.uses).toMatch(/^actions\/upload-artifact@/);
      expect(uploads[index]?.with).toMatchObject({
        name: `\${{ inputs.${name} }}`,
        path: `\${{ steps.sort.outputs.${name} }}`,
      });
      expect(action.outputs[name]?.value).toBe(`\${{ steps.sort.outputs.${name} }}`);
    }
    expect(action.runs.steps.every(({ run, shell }) => (run === undefined) === (shell === undefined))).toBe(true);
  });
});

describe("workflows", () => {
  const pages = readFileSync(join(root, "docs/ci.md"), "utf8");
  const samples = [...pages.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(([, name, text = ""]) => ({
    name,
    text,
  }));
  const own = { name: "ci.yml", text: readFileSync(join(root, ".github/workflows/ci.yml"), "utf8") };
  const github = [own, ...samples.filter(({ name }) => name?.startsWith(".github"))];

  test("are all there", () => expect(samples).toHaveLength(4));

  test.each(github)("$name gives the action inputs it has", ({ text }) => {
    const { jobs, permissions } = parse(text) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly strategy?: unknown }>>;
      readonly permissions: unknown;
    };
    expect(permissions).toEqual({ contents: "read" });
    const uses = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter((step) => step.uses?.includes("actions/exam")),
    );
    expect(uses.length).toBeGreaterThan(0);
    for (const step of uses) {
      const given = Object.keys(step.with ?? {});
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
      for (const [name, { required }] of Object.entries(action.inputs)) if (required) expect(given).toContain(name);
    }
  });

  test("the page names every input", () => {
    for (const name of Object.keys(action.inputs)) expect(pages).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, "m"));
  });
});
