import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutFile } from "../src/model/out-file.ts";
import { WriteError, writeOutput } from "../src/write.ts";
import { contents, files, manifestOf, sha256, temporaryFolder } from "./write/folders.ts";

const to = (cwd: string, out = "output") => ({ out, exam: "quiz", cwd });
const first = { "quiz-A.pdf": "old A", "quiz-B.pdf": "old B", "keys.csv": "old keys", "manifest.json": "{}" };
const second = { "manifest.json": "[]", "keys.csv": "new keys", "quiz-B.pdf": "new B", "quiz-A.pdf": "new A" };

describe("a build's files", () => {
  test("stand in a folder of the exam's name, and nothing else does", async () => {
    const cwd = temporaryFolder();
    const written = await writeOutput(to(cwd, "some/where"), files(first));
    expect(written).toEqual(Object.keys(first).map((name) => `some/where/quiz/${name}`));
    expect(contents(join(cwd, "some/where"))).toEqual({ quiz: "(folder)", ...under("quiz", first) });
  });

  test("may go to a folder anywhere", async () => {
    const [cwd, out] = [temporaryFolder(), temporaryFolder()];
    expect(await writeOutput(to(cwd, out), files({ "keys.csv": "" }))).toEqual([join(out, "quiz/keys.csv")]);
    expect(contents(cwd)).toEqual({});
  });

  test("replace those of an earlier build and leave a stranger's", async () => {
    const cwd = temporaryFolder();
    await writeOutput(to(cwd), files(first));
    writeFileSync(join(cwd, "output/quiz/notes.txt"), "mine");
    await writeOutput(to(cwd), files(second));
    expect(contents(join(cwd, "output/quiz"))).toEqual({ ...second, "notes.txt": "mine" });
  });

  test("may come one by one, each in turn", async () => {
    const cwd = temporaryFolder();
    const seen: string[] = [];
    async function* stream(): AsyncGenerator<OutFile> {
      for (const file of files(second)) {
        await sleep(1);
        seen.push(Object.values(contents(join(cwd, "output/quiz")) ?? {}).join("|"));
        yield file;
      }
    }
    await writeOutput(to(cwd), stream());
    expect(contents(join(cwd, "output/quiz"))).toEqual(second);
    expect(seen).toEqual(["(folder)", "(folder)|[]", "(folder)|new keys|[]", "(folder)|new keys|[]|new B"]);
  });

  test("do not disturb who has an old one open", async () => {
    const cwd = temporaryFolder();
    await writeOutput(to(cwd), files(first));
    const viewer = openSync(join(cwd, "output/quiz/quiz-A.pdf"), "r");
    await writeOutput(to(cwd), files(second));
    expect(readFileSync(viewer, "utf8")).toBe("old A");
    closeSync(viewer);
    expect(readFileSync(join(cwd, "output/quiz/quiz-A.pdf"), "utf8")).toBe("new A");
  });

  test("take the place of a link, not of what it leads to", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "output/quiz"), { recursive: true });
    writeFileSync(join(cwd, "precious.txt"), "precious");
    symlinkSync(join(cwd, "precious.txt"), join(cwd, "output/quiz/quiz-A.pdf"));
    await writeOutput(to(cwd), files(second));
    expect(readFileSync(join(cwd, "precious.txt"), "utf8")).toBe("precious");
    expect(contents(join(cwd, "output/quiz"))).toEqual(second);
  });
});

describe("a build that fails", () => {
  const failing = function* (): Generator<OutFile> {
    yield* files(second).slice(0, 3);
    throw new RangeError("the printer is on fire");
  };

  test("leaves the last good output as it was, and passes on why", async () => {
    const cwd = temporaryFolder();
    await writeOutput(to(cwd), files(first));
    await expect(writeOutput(to(cwd), failing())).rejects.toThrow(RangeError);
    expect(contents(join(cwd, "output/quiz"))).toEqual(first);
  });

  test("leaves no trace where there was nothing", async () => {
    const cwd = temporaryFolder();
    await expect(writeOutput(to(cwd, "some/where"), failing())).rejects.toThrow("the printer is on fire");
    expect(contents(cwd)).toEqual({});
  });

  test("keeps folders that were there, even empty", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "output"));
    await expect(writeOutput(to(cwd), failing())).rejects.toThrow();
    expect(contents(cwd)).toEqual({ output: "(folder)" });
  });
});

describe("a build that is stopped", () => {
  const reason = new Error("Stopped by SIGINT");

  test("before it begins, does nothing", async () => {
    const cwd = temporaryFolder();
    await expect(writeOutput(to(cwd), files(first), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(contents(cwd)).toEqual({});
  });

  test.each([1, 2, 3, 4])("after file %i, leaves the last good output as it was", async (last) => {
    const cwd = temporaryFolder();
    await writeOutput(to(cwd), files(first));
    const controller = new AbortController();
    async function* stream(): AsyncGenerator<OutFile> {
      for (const [index, file] of files(second).entries()) {
        yield file;
        if (index + 1 === last) controller.abort(reason);
      }
    }
    await expect(writeOutput(to(cwd), stream(), controller.signal)).rejects.toBe(reason);
    expect(contents(join(cwd, "output/quiz"))).toEqual(first);
  });

  test("asks for no further file", async () => {
    const controller = new AbortController();
    let asked = 0;
    function* source(): Generator<OutFile> {
      for (const file of files(second)) {
        if (++asked === 2) controller.abort(reason);
        yield file;
      }
    }
    await expect(writeOutput(to(temporaryFolder()), source(), controller.signal)).rejects.toBe(reason);
    expect(asked).toBe(2);
  });

  test("while it waits for another's turn, leaves that one be", async () => {
    const cwd = temporaryFolder();
    const turn = join(cwd, "output/quiz/.exam-turn");
    mkdirSync(turn, { recursive: true });
    const controller = new AbortController();
    const build = writeOutput(to(cwd), files(first), controller.signal);
    setTimeout(() => controller.abort(reason), 100);
    await expect(build).rejects.toBe(reason);
    expect(contents(join(cwd, "output/quiz"))).toEqual({ ".exam-turn": "(folder)" });
  });
});

describe("files of an earlier build", () => {
  const papers = { "quiz-A.pdf": "old A", "quiz-B.pdf": "old B", "quiz-C.pdf": "old C" };
  const onlyA = { "quiz-A.pdf": "new A", "manifest.json": manifestOf("quiz", { "quiz-A.pdf": "new A" }) };

  async function rebuilt(manifest: string, more: Readonly<Record<string, string>> = {}) {
    const cwd = temporaryFolder();
    await writeOutput(to(cwd), files({ ...papers, ...more, "manifest.json": manifest }));
    await writeOutput(to(cwd), files(onlyA));
    return contents(join(cwd, "output/quiz"));
  }

  test("are removed when its manifest names them", async () => {
    expect(await rebuilt(manifestOf("quiz", papers))).toEqual(onlyA);
    const { "quiz-C.pdf": _, ...two } = papers;
    expect(await rebuilt(manifestOf("quiz", two))).toEqual({ ...onlyA, "quiz-C.pdf": "old C" });
  });

  test("are removed whatever they are: papers as HTML, the table of keys", async () => {
    const more = { "quiz-A.html": "page", "quiz-B.html": "mine", "keys.csv": "a" };
    const own = JSON.parse(manifestOf("quiz", papers));
    own.versions[0].student.html = sha256("page");
    own.versions[1].student.html = sha256("as printed");
    own.keys = { file: "keys.csv", sha256: sha256("a") };
    expect(await rebuilt(JSON.stringify(own), more)).toEqual({ ...onlyA, "quiz-B.html": "mine" });
  });

  test("stay when a person has changed them since", async () => {
    const manifest = manifestOf("quiz", { ...papers, "quiz-C.pdf": "as printed" });
    expect(await rebuilt(manifest)).toEqual({ ...onlyA, "quiz-C.pdf": "old C" });
  });

  test.each([
    ["of another exam", manifestOf("other", papers)],
    ["that is no JSON", "{"],
    ["in a form unknown", JSON.stringify({ exam: "quiz", versions: [{ student: "quiz-B.pdf" }] })],
  ])("stay when the manifest is one %s", async (_, manifest) => {
    expect(await rebuilt(manifest)).toEqual({ ...papers, ...onlyA });
  });

  test("are never sought outside the folder, nor under another's name", async () => {
    const cwd = temporaryFolder();
    const strangers = { "notes.txt": "notes", "other-A.pdf": "other", "quiz-A.txt": "text" };
    writeFileSync(join(cwd, "quiz-B.pdf"), "outside");
    mkdirSync(join(cwd, "output/quiz/quiz-"), { recursive: true });
    const named = { ...strangers, "quiz-/../../../quiz-B.pdf": "outside", "../../quiz-B.pdf": "outside" };
    await writeOutput(to(cwd), files({ ...strangers, "manifest.json": manifestOf("quiz", named) }));
    await writeOutput(to(cwd), files(onlyA));
    expect(contents(join(cwd, "output/quiz"))).toEqual({ ...strangers, ...onlyA, "quiz-": "(folder)" });
    expect(readFileSync(join(cwd, "quiz-B.pdf"), "utf8")).toBe("outside");
  });
});

describe("what a killed build left behind", () => {
  const left = ".exam-new-00000000-0000-4000-8000-000000000000";

  test("is removed after an hour, and not while another may be at work", async () => {
    const cwd = temporaryFolder();
    const folder = join(cwd, "output/quiz");
    mkdirSync(join(folder, left), { recursive: true });
    writeFileSync(join(folder, left, "quiz-A.pdf"), "half");
    await writeOutput(to(cwd), files(first));
    expect(contents(folder)).toEqual({ ...first, [left]: "(folder)", ...under(left, { "quiz-A.pdf": "half" }) });
    const longAgo = Date.now() / 1000 - 3601;
    utimesSync(join(folder, left), longAgo, longAgo);
    await writeOutput(to(cwd), files(second));
    expect(contents(folder)).toEqual(second);
  });

  test("is not believed when it speaks of files elsewhere", async () => {
    const cwd = temporaryFolder();
    const folder = join(cwd, "output/quiz");
    mkdirSync(join(folder, left), { recursive: true });
    writeFileSync(join(cwd, "precious.txt"), "precious");
    const plan = [{ name: "../../precious.txt", does: "replace", kept: false }];
    writeFileSync(join(folder, left, ".plan"), JSON.stringify(plan));
    await writeOutput(to(cwd), files(first));
    expect(readFileSync(join(cwd, "precious.txt"), "utf8")).toBe("precious");
    expect(contents(folder)).toMatchObject(first);
  });
});

describe("what is in the way", () => {
  test.each([
    ["output", "output", "Cannot write output/quiz: something else is in the way where a folder is needed"],
    ["a", "a/b", "Cannot write a/b/quiz: something else is in the way where a folder is needed"],
    ["output/quiz", "output", "Cannot write output/quiz: something else is in the way where a folder is needed"],
  ])("as the file %s is said in words", async (file, out, message) => {
    const cwd = temporaryFolder();
    if (file.includes("/")) mkdirSync(join(cwd, "output"));
    writeFileSync(join(cwd, file), "a file");
    const before = contents(cwd);
    await expect(writeOutput(to(cwd, out), files(first))).rejects.toThrow(new WriteError(...said(message)));
    expect(contents(cwd)).toEqual(before);
  });

  test("as a folder of a file's name is said in words, and nothing is changed", async () => {
    const cwd = temporaryFolder();
    const { "quiz-B.pdf": _, ...rest } = first;
    await writeOutput(to(cwd), files(rest));
    mkdirSync(join(cwd, "output/quiz/quiz-B.pdf"));
    const error = await writeOutput(to(cwd), files(second)).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(WriteError);
    expect(String(error)).toMatch(/^WriteError: Cannot write output\/quiz\/quiz-B\.pdf: [a-z ]+$/);
    expect(contents(join(cwd, "output/quiz"))).toEqual({ ...rest, "quiz-B.pdf": "(folder)" });
  });
});

describe("names", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "",
      ".",
      "..",
      "../x",
      "a/b",
      "/etc/x",
      "a\\b",
      "a\0b",
      ".hidden",
      ".exam-turn",
      "a\nb",
      "\u001b[2J",
    ),
    fc.string().map((text) => `${text}/x`),
    fc.string().map((text) => `.${text}`),
  );

  test("that lead out of the folder are refused", async () => {
    const cwd = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (name, isExam) => {
        const destination = { out: "deep/output", exam: isExam ? name : "quiz", cwd };
        const build = writeOutput(destination, files({ "a.pdf": "a", [isExam ? "b.pdf" : name]: "b" }));
        await expect(build).rejects.toThrow(WriteError);
        expect(contents(cwd)).toEqual({});
      }),
    );
  });

  test("in any script are written as they are", async () => {
    const cwd = temporaryFolder();
    const texts = { "Prüfung N°5, 期末.pdf": "a", "-A.pdf": "b", ["__proto__"]: "c" };
    await writeOutput({ out: "o", exam: "Prüfung N°5", cwd }, files(texts));
    expect(contents(join(cwd, "o/Prüfung N°5"))).toEqual(texts);
  });

  test.each([
    ["quiz-A-key.pdf", "quiz-A-key.pdf"],
    ["quiz-a.pdf", "quiz-A.pdf"],
    ["\u00e9.pdf", "e\u0301.pdf"],
  ])("%s and %s are one to some disks, so they are refused", async (one, other) => {
    const cwd = temporaryFolder();
    const both = [...files({ [one]: "1" }), ...files({ [other]: "2" })];
    await expect(writeOutput(to(cwd), both)).rejects.toThrow(`another file of this exam is named ${one}`);
    expect(contents(cwd)).toEqual({});
  });
});

function under(folder: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));
}

/** What a message says, of what. */
function said(message: string): [what: string, reason: string] {
  const [, what = "", reason = ""] = /^Cannot write (.*?): (.*)$/.exec(message) ?? [];
  return [what, reason];
}
