import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnose, lookAtNode } from "../../src/tasks/doctor.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "doctor-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The state of each thing looked at. */
async function states(env: NodeJS.ProcessEnv, cwd = root) {
  const findings = await diagnose({ env: { ...process.env, ...env }, cwd });
  for (const { state, advice } of findings) if (state !== "good") expect(advice).toMatch(/^\S.+[^ ]$/);
  return { findings, states: Object.fromEntries(findings.map(({ name, state }) => [name, state])) };
}

test("where all is well, a small exam is built and nothing is left behind", async () => {
  const { findings, states: seen } = await states({});
  expect(seen).toMatchObject({
    node: "good",
    browser: "good",
    fonts: "good",
    "large-fonts": "good",
    cache: "good",
    folder: "good",
    trial: "good",
  });
  const said = Object.fromEntries(findings.map(({ name, found }) => [name, found]));
  expect(said.browser).toMatch(/^\w[\w ]* \d+[\d.]+, \S/);
  expect(said.cache).toMatch(/, \d{3,} MB$/);
  expect(said.trial).toMatch(/^\d+ pages built in \d+\.\d s$/);
});

test("a browser that does not start is a fault, and says what it is", async () => {
  const program = join(root, "browser.sh");
  writeFileSync(program, "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so: none' >&2\nexit 127\n");
  chmodSync(program, 0o755);
  const { findings, states: seen } = await states({ PUPPETEER_EXECUTABLE_PATH: program });
  expect(seen).toMatchObject({ browser: "fault" });
  expect(seen).not.toHaveProperty("trial");
  expect(findings.find(({ name }) => name === "browser")?.advice).toMatch(
    /apt-get install.* PUPPETEER_EXECUTABLE_PATH/,
  );
});

test("a cache folder that cannot be made is told, and builds go on", async () => {
  const file = join(root, "file");
  writeFileSync(file, "");
  const { states: seen } = await states({ XDG_CACHE_HOME: join(file, "cache") });
  expect(seen).toMatchObject({ cache: "advice", trial: "good" });
});

test("a folder that cannot be written is a fault", async () => {
  const file = join(root, "no-folder");
  writeFileSync(file, "");
  expect((await states({}, join(file, "exams"))).states).toMatchObject({ folder: "fault" });
});

test.each([
  ["v20.19.0", "good"],
  ["v20.20.1", "good"],
  ["v24.1.0", "good"],
  ["v20.18.3", "fault"],
  ["v18.20.0", "fault"],
])("Node %s is %s", (version, state) => expect(lookAtNode(version).state).toBe(state));
