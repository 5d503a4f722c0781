import { copyFile, link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { WriteError, writeOutput } from "../../src/write.ts";
import { contents, files, manifestOf, temporaryFolder } from "./folders.ts";

type Act = (...all: unknown[]) => unknown;

/** A disk that works but for what a test has it refuse: a full or read-only one cannot be made without rights. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<Record<string, Act>>();
  const watched = ["copyFile", "link", "mkdir", "rename", "rm", "writeFile"];
  return { ...real, ...Object.fromEntries(watched.map((name) => [name, vi.fn(real[name])])) };
});

const watched = { copyFile, link, mkdir, rename, rm, writeFile } as unknown as Record<string, Act>;
type Operation = "copyFile" | "link" | "mkdir" | "rename" | "rm" | "writeFile";

/** Has an operation fail for paths that `match`, with the error the system would give. */
async function refuse(operation: Operation, match: (...paths: string[]) => boolean, code: string): Promise<void> {
  const real = (await vi.importActual<Record<string, Act>>("node:fs/promises"))[operation] as Act;
  vi.mocked(watched[operation] as Act).mockImplementation(async (...all) => {
    const paths = all.filter((one) => typeof one === "string");
    if (!match(...paths)) return real(...all);
    throw Object.assign(new Error(`${code}: refused`), { code });
  });
}

beforeEach(async () => {
  for (const operation of Object.keys(watched) as Operation[]) await refuse(operation, () => false, "");
});

const manifest = (text: string) => manifestOf("quiz", { "quiz-A.pdf": `${text} A`, "quiz-C.pdf": `${text} C` });
const first = { "quiz-A.pdf": "old A", "quiz-C.pdf": "old C", "keys.csv": "old", "manifest.json": manifest("old") };
const second = { "quiz-A.pdf": "new A", "quiz-B.pdf": "new B", "keys.csv": "new", "manifest.json": "{}" };

async function afterFirst() {
  const cwd = temporaryFolder();
  const to = { out: "output", exam: "quiz", cwd };
  await writeOutput(to, files(first));
  return { to, folder: join(cwd, "output/quiz") };
}

describe("when the disk refuses", () => {
  test.each([
    ["ENOSPC", "no space is left on the disk"],
    ["EDQUOT", "the disk quota is used up"],
    ["EIO", "the disk does not work"],
    ["E2BIG", "E2BIG: refused"],
  ])("a file with %s, nothing changes", async (code, words) => {
    const { to, folder } = await afterFirst();
    await refuse("writeFile", (path) => path.endsWith("keys.csv"), code);
    const build = writeOutput(to, files(second));
    await expect(build).rejects.toThrow(new WriteError("output/quiz/keys.csv", words));
    expect(contents(folder)).toEqual(first);
  });

  test.each(["EROFS", "EACCES"])("the folder with %s, nothing changes", async (code) => {
    const { to, folder } = await afterFirst();
    await refuse("mkdir", (path) => path.includes(".exam-new-"), code);
    await expect(writeOutput(to, files(second))).rejects.toThrow(/^Cannot write output\/quiz: [a-z -]+$/);
    expect(contents(folder)).toEqual(first);
  });

  test("a staging folder inside one just made, that one goes too", async () => {
    const cwd = temporaryFolder();
    await refuse("mkdir", (path) => path.includes(".exam-new-"), "ENOSPC");
    await expect(writeOutput({ out: "a/b", exam: "quiz", cwd }, files(first))).rejects.toThrow(WriteError);
    expect(contents(cwd)).toEqual({});
  });

  test.each(Object.keys(second))("the new name of %s, what was done before is taken back", async (name) => {
    const { to, folder } = await afterFirst();
    await refuse("rename", (from, target) => target === join(folder, name) && from.endsWith(name), "EBUSY");
    const build = writeOutput(to, files(second));
    await expect(build).rejects.toThrow(new WriteError(`output/quiz/${name}`, "another program is using it"));
    expect(contents(folder)).toEqual(first);
  });

  test("to remove a stale file, nothing changes", async () => {
    const { to, folder } = await afterFirst();
    await refuse("rm", (path) => path === join(folder, "quiz-C.pdf"), "EPERM");
    await expect(writeOutput(to, files(second))).rejects.toThrow("quiz-C.pdf: the operation is not permitted");
    expect(contents(folder)).toEqual(first);
  });

  test("second names for files, it copies them", async () => {
    const { to, folder } = await afterFirst();
    await refuse("link", () => true, "ENOTSUP");
    await refuse("rename", (_, target) => target === join(folder, "manifest.json"), "EIO");
    await expect(writeOutput(to, files(second))).rejects.toThrow("manifest.json: the disk does not work");
    expect(contents(folder)).toEqual(first);
    await refuse("rename", () => false, "");
    await writeOutput(to, files(second));
    expect(contents(folder)).toEqual(second);
  });
});

test("stale files go first and the manifest comes last, so that none is named that is not there", async () => {
  const { to, folder } = await afterFirst();
  const order: string[] = [];
  const note = (path: string) => {
    if (path.startsWith(folder) && !path.includes(".exam-new-")) order.push(path.slice(folder.length + 1));
    return false;
  };
  await refuse("rm", note, "");
  await refuse("rename", (_, target) => note(target as string), "");
  const { "manifest.json": last, ...others } = second;
  await writeOutput(to, files({ "manifest.json": last, ...others }));
  expect(order).toEqual(["quiz-C.pdf", "quiz-A.pdf", "quiz-B.pdf", "keys.csv", "manifest.json"]);
});

test("what can be neither done nor taken back is kept, and the next build mends it", async () => {
  const cwd = temporaryFolder();
  const to = { out: "output", exam: "quiz", cwd };
  const folder = join(cwd, "output/quiz");
  const old = { "quiz-A.pdf": "old A", "quiz-B.pdf": "old B", "quiz-C.pdf": "old C" };
  await writeOutput(to, files(old));
  // A and B take their names, C does not; then A's old file comes back, and B's does not.
  let renames = 0;
  await refuse("rename", () => [3, 5].includes(++renames), "EIO");
  const build = writeOutput(to, files({ "quiz-A.pdf": "new A", "quiz-B.pdf": "new B", "quiz-C.pdf": "new C" }));
  await expect(build).rejects.toThrow("the disk does not work");
  expect(contents(folder)).toMatchObject({ ...old, "quiz-B.pdf": "new B" });
  await refuse("rename", () => false, "");
  await writeOutput(to, files({ "keys.csv": "new" }));
  expect(contents(folder)).toMatchObject({ ...old, "keys.csv": "new" });
});
