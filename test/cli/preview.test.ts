import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli.ts";
import { fakeIo } from "./fake-io.ts";

const cwd = join(import.meta.dirname, "../../exams");

async function preview(args: readonly string[], env: Record<string, string> = {}) {
  const io = fakeIo({ cwd, env: { ...process.env, ...env } });
  const code = await run(["preview", ...args], io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

test.each([
  [["nowhere.md"], /nowhere\.md does not exist/, /exam new nowhere\.md/],
  [["quiz5.md", "--port", "0"], /Expected a port from 1 to 65535/, /exam preview --help/],
  [["quiz5.md", "--port", "70000"], /Expected a port/, /exam preview --help/],
  [["quiz5.md", "--editor", "notepad"], /Unexpected editor notepad, expected vscode/, /emacs:/],
  [["quiz5.md", "pool.md"], /Too many arguments/, /exam preview --help/],
  [[], /missing required argument 'file'/i, /exam preview --help/],
])("%j is told before anything is started", async (args, message, hint) => {
  const { code, out, err } = await preview(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err).toMatch(hint);
});

test("an editor named in the environment is looked at too", async () => {
  expect(await preview(["quiz5.md"], { EXAM_EDITOR: "notepad" })).toMatchObject({ code: 2 });
});

test("a port that somebody else has is told", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  const { code, out, err } = await preview(["quiz5.md", "--port", String(port)]);
  other.close();
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(`Port ${port} is in use`);
});

test("without a browser there is nothing to show", async () => {
  const { code, err } = await preview(["quiz5.md"], { PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" });
  expect(code).toBe(3);
  expect(err).toContain("/nowhere/chromium");
});
