import { beforeEach, describe, expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { Interruption } from "../../src/cli/interruption.ts";
import { run } from "../../src/cli.ts";
import type { Problem } from "../../src/model/problem.ts";
import { fakeIo, type Surroundings } from "./fake-io.ts";

// The pipeline has tests of its own; here it does what a test needs, so that every way a command can end is seen.
const { buildExam, examine } = vi.hoisted(() => ({ buildExam: vi.fn(), examine: vi.fn() }));
vi.mock("../../src/build.ts", () => ({ buildExam }));
vi.mock("../../src/examine.ts", () => ({ examine }));

const warning: Problem = { severity: "warning", rule: "missing-alt", message: "No alternative text" };
const error: Problem = { severity: "error", rule: "no-right-answer", message: "No right answer" };
const built = {
  problems: [] as readonly Problem[],
  sources: new Map(),
  written: ["output/quiz5/quiz5-A.pdf", "output/quiz5/keys.csv"],
  summary: { versions: 1, copies: 0, pages: 4, sheets: 2 },
};

beforeEach(() => {
  buildExam.mockReset().mockResolvedValue(built);
  examine.mockReset().mockReturnValue({ problems: [], sources: new Map(), exam: { name: "quiz5" }, versions: [] });
});

/** Runs a command line as a shell would split it. */
async function exam(line: string, surroundings: Surroundings = {}) {
  const io = fakeIo({ cwd: "/course", ...surroundings });
  const code = await run(line.split(" ").filter(Boolean), io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

describe("help", () => {
  test.each(["", "build", "check", "preview", "merge", "verify", "new", "ids", "lock", "inspect", "doctor"])(
    "explains exam %s with an example",
    async (command) => {
      const { code, out, err } = await exam(`${command} --help`);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      await expect(out).toMatchFileSnapshot(`golden/help${command && `-${command}`}.txt`);
      expect(out).toMatch(/Examples?:\n {2}\$ exam /);
    },
  );

  test("is what a bare command prints, as an error", async () => {
    const { code, out, err } = await exam("");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe((await exam("--help")).out);
  });

  test("is coloured on a terminal only", async () => {
    expect((await exam("--help", { isTTY: true })).out).toContain("\u001b[1mUsage:");
    expect((await exam("--help")).out).not.toContain("\u001b");
  });
});

test.each(["--version", "-v"])("%s prints the version", async (flag) => {
  expect(await exam(flag)).toEqual({ code: 0, out: `${packageJson.version}\n`, err: "" });
});

test.each([
  ["bild a.md", "Unknown command 'bild'", "Did you mean build? See exam --help."],
  ["build", "Missing required argument 'file'", "See exam build --help."],
  ["build a.md --strit", "Unknown option '--strit'", "Did you mean --strict? See exam build --help."],
  ["check a.md --format jsno", "'jsno' is invalid. Expected human, json, github.", 'Did you mean "json"?'],
  ["build a.md --paper B4", "'B4' is invalid. Expected A4, Letter, A5, A3, Legal.", 'Did you mean "A4"?'],
  ["build a.md --versions 0", "'0' is invalid. Expected a whole number from 1.", "See exam build --help."],
  ["build a.md --versions 10001", "'10001' is invalid. Expected a whole number from 1 to 10000.", ""],
  ["build a.md --seed=", "argument '' is invalid. Expected text.", ""],
  ["build a.md --versions A,a", "'A,a' is invalid. Expected labels that differ", ""],
  ["build a.md --versions A,a-key", "'A,a-key' is invalid. Expected a label other than a-key", ""],
  ["build a.md --versions A,PRINT", "'A,PRINT' is invalid. Expected a label other than PRINT", ""],
  ["build a.md --only A,,B", "'A,,B' is invalid. Expected labels such as A,B,C", ""],
  ["build a.md --jobs many", "'many' is invalid. Expected a whole number from 1.", ""],
  ["build a.md -o", "Option '-o, --out <dir>' argument missing", ""],
  ["inspect a.md b.md", "Too many arguments for 'inspect'", "See exam inspect --help."],
  ["build x/quiz.md y/Quiz.md", "x/quiz.md and y/Quiz.md would write into the same folder", "-o"],
  ["build quiz.md quiz.markdown", "quiz.md and quiz.markdown would write into the same folder", "-o"],
  ["build quiz.md quiz.md", "quiz.md is given twice", ""],
])("exam %s is wrong usage", async (line, message, hint) => {
  const { code, out, err } = await exam(line);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^error: .*\n {2}╰─ .*\n$/);
  expect(err).toContain(message);
  expect(err).toContain(hint);
  expect(buildExam).not.toHaveBeenCalled();
});

describe("lock", () => {
  test("builds one exam and has its lock written", async () => {
    const { code, err } = await exam("lock quiz5.md --roster class.csv -o print");
    expect(code).toBe(0);
    expect(buildExam).toHaveBeenCalledWith("quiz5.md", expect.objectContaining({ lock: "write", roster: "class.csv" }));
    expect(err).toContain("Locked 1 version of quiz5 into output/quiz5");
  });

  test("accepts changes when asked to, and is wanted by a build that is told so", async () => {
    await exam("lock quiz5.md --relock");
    await exam("build quiz5.md --locked");
    await exam("build quiz5.md");
    expect(buildExam.mock.calls.map(([, { lock }]) => lock)).toEqual(["rewrite", "require", undefined]);
  });

  test("keeps an exam's seed", async () => {
    const versions = [{ label: "A", sections: [] }];
    examine.mockReturnValue({ problems: [], sources: new Map(), versions, lock: { isLocked: true } });
    const { code, out, err } = await exam("check quiz5.md --suggest-seed");
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain("The papers are locked, so they keep their seed");
  });

  test("fails where a printed paper would change", async () => {
    buildExam.mockResolvedValue({ ...built, problems: [error], written: [] });
    expect(await exam("lock quiz5.md")).toMatchObject({ code: 1, out: "" });
  });
});

describe("build", () => {
  test("prints the paths on stdout and what was built on stderr", async () => {
    const { code, out, err } = await exam("build quiz5.md");
    expect(code).toBe(0);
    expect(out).toBe("output/quiz5/quiz5-A.pdf\noutput/quiz5/keys.csv\n");
    expect(err).toMatch(
      /^Built 1 version of quiz5 into output\/quiz5 in \d+\.\d s: 4 pages in all, 2 sheets of paper for students\n$/,
    );
  });

  test.each([
    [2, "2 sheets a paper fewer than"],
    [0, "as many as"],
    [-1, "1 sheet a paper more than"],
  ])("says that a template saves %i sheets", async (saved, said) => {
    buildExam.mockResolvedValue({ ...built, summary: { ...built.summary, saved } });
    expect((await exam("build quiz5.md")).err).toContain(`for students, ${said} in the template default`);
  });

  test("hands its options on", async () => {
    await exam(
      "build quiz5.md -o out --versions A,B --seed s --only B --no-key --template t --paper a5 --jobs 2 --html",
    );
    expect(buildExam.mock.calls[0]).toMatchObject([
      "quiz5.md",
      {
        out: "out",
        versions: ["A", "B"],
        seed: "s",
        only: ["B"],
        key: false,
        template: "t",
        paper: "A5",
        jobs: 2,
        html: true,
        cwd: "/course",
      },
    ]);
    await exam("build quiz5.md --versions 3 --strict --roster class.csv --merge");
    expect(buildExam.mock.calls[1]?.[1]).toMatchObject({
      versions: 3,
      key: true,
      strict: true,
      roster: "class.csv",
      merge: true,
    });
  });

  test("says for how many students", async () => {
    buildExam.mockResolvedValue({ ...built, summary: { ...built.summary, copies: 60 } });
    expect((await exam("build quiz5.md --roster class.csv")).err).toContain("1 version of quiz5 for 60 students into");
  });

  test("says nothing when quiet", async () => {
    buildExam.mockResolvedValue({ ...built, problems: [warning] });
    expect(await exam("build quiz5.md --quiet")).toEqual({ code: 0, out: "", err: "" });
  });

  test("reports every file, also after one that fails", async () => {
    buildExam.mockResolvedValueOnce({ ...built, problems: [error], written: [] });
    const { code, out, err } = await exam("build bad.md quiz5.md");
    expect(code).toBe(1);
    expect(out).toContain("quiz5-A.pdf");
    expect(err).toMatch(/^error: No right answer \[no-right-answer\]\n\nBuilt 1 version of quiz5.*\n1 error\n$/);
  });

  test("leaves nothing but JSON on stdout when asked for it", async () => {
    buildExam.mockResolvedValue({ ...built, problems: [warning] });
    const { code, out } = await exam("build a.md b.md --format json");
    expect(code).toBe(0);
    expect(JSON.parse(out).problems).toHaveLength(2);
  });
});

describe("check", () => {
  test("says so when there is nothing to say", async () => {
    expect(await exam("check quiz5.md")).toEqual({ code: 0, out: "", err: "No problems in quiz5.md\n" });
    expect((await exam("check a.md b.md")).err).toBe("No problems in 2 files\n");
    expect((await exam("check quiz5.md --quiet")).err).toBe("");
    expect((await exam("check quiz5.md --format json")).out).toBe('{\n  "problems": []\n}\n');
  });

  test("fails on errors, and on warnings when strict", async () => {
    examine.mockReturnValue({ problems: [warning], sources: new Map() });
    expect((await exam("check quiz5.md")).code).toBe(0);
    expect((await exam("check quiz5.md --strict")).code).toBe(1);
    examine.mockReturnValue({ problems: [error], sources: new Map() });
    expect((await exam("check quiz5.md")).code).toBe(1);
  });
});

describe("inspect", () => {
  test("prints the exam as JSON", async () => {
    expect(await exam("inspect quiz5.md")).toEqual({
      code: 0,
      out: '{\n  "name": "quiz5",\n  "versions": []\n}\n',
      err: "",
    });
  });

  test("fails, with the problems on stderr, when nothing was understood", async () => {
    examine.mockReturnValue({ problems: [error], sources: new Map() });
    expect(await exam("inspect quiz5.md")).toMatchObject({ code: 1, out: "", err: expect.stringContaining("1 error") });
  });
});

describe("a command that comes to no end of its own", () => {
  test.each(["EnvironmentError", "WriteError"])("%s is one plain sentence", async (name) => {
    buildExam.mockRejectedValue(Object.assign(new Error("The disk is full."), { name }));
    expect(await exam("build a.md")).toEqual({ code: 3, out: "", err: "error: The disk is full.\n" });
  });

  test("still leaves a whole JSON document", async () => {
    buildExam.mockResolvedValueOnce({ ...built, problems: [warning] });
    buildExam.mockRejectedValueOnce(Object.assign(new Error("The disk is full."), { name: "WriteError" }));
    const { code, out } = await exam("build a.md b.md --format json");
    expect(code).toBe(3);
    expect(JSON.parse(out).problems).toHaveLength(1);
  });

  test("a fault of the program is owned up to, with its trace only on demand", async () => {
    examine.mockImplementation(() => {
      throw new TypeError("x is undefined");
    });
    const { code, err } = await exam("check a.md");
    expect(code).toBe(70);
    expect(err).toContain("exam itself has failed: x is undefined");
    expect(err).not.toContain("    at ");
    expect((await exam("check a.md", { env: { EXAM_DEBUG: "1" } })).err).toContain("    at ");
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends it", async (signal, code) => {
    const controller = new AbortController();
    buildExam.mockImplementation(async (_, options) => {
      controller.abort(new Interruption(signal));
      options.signal.throwIfAborted();
    });
    const { err, ...rest } = await exam("build a.md b.md", { signal: controller.signal });
    expect(rest).toEqual({ code, out: "" });
    expect(err).toContain(signal);
    expect(buildExam).toHaveBeenCalledTimes(1);
  });
});
