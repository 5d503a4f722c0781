import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { fakeIo } from "./cli/fake-io.ts";

const CASES = join(import.meta.dirname, "cases");

/** A case is a folder: an exam and beside it what `exam check` says of it, to be read in the diff after `vitest -u`. */
describe.each(readdirSync(CASES))("%s", (name) => {
  const folder = join(CASES, name);

  test("is told as it was", async () => {
    const io = fakeIo({ cwd: folder, columns: 100 });
    await run(["check", "exam.md"], io);
    await expect(io.stderr.text()).toMatchFileSnapshot(join(folder, "problems.txt"));
  });
});
