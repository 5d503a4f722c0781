import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EnvironmentError, openPrinter } from "../../src/print/index.ts";
import { bundleChild, leftIn, processesIn, remaining, run, secondsOf, signalAll } from "./processes.ts";
import { samplePage } from "./sample.ts";

let program: string;
/** A folder for this file's caches and temporary files. */
let root: string;
const folder = (name: string) => mkdtempSync(join(root, `${name}-`));
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "print-test-"));
  program = await bundleChild();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const packaged = process.platform === "linux" && process.arch === "x64";

describe.runIf(packaged)("the packaged browser", () => {
  test("two first runs at once both print, and it is unpacked once", async () => {
    const cache = folder("cache");
    const temporary = folder("tmp");
    const runs = [1, 2].map(() => run(program, "print", { XDG_CACHE_HOME: cache, TMPDIR: temporary }));
    for (const { ended, output } of runs) {
      expect(await ended, output()).toEqual({ code: 0, signal: null });
      expect(output()).toMatch(/^Chromium \d+[\d.]+( no-sandbox)?\n1\n$/);
    }
    expect(readdirSync(join(cache, "exams-as-code"))).toEqual([
      expect.stringMatching(/^chromium-147\.0\.0-[0-9a-f]{12}$/),
    ]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("a run killed while unpacking leaves nothing that is taken for whole, and is tidied up later", async () => {
    const cache = folder("cache");
    const home = join(cache, "exams-as-code");
    const first = run(program, "print", { XDG_CACHE_HOME: cache });
    while (!existsSync(home) || readdirSync(home).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    first.child.kill("SIGKILL");
    await first.ended;
    const [abandoned = ""] = readdirSync(home);
    expect(abandoned).toMatch(/^unfinished-/);
    const hoursAgo = Date.now() / 1000 - 7200;
    utimesSync(join(home, abandoned), hoursAgo, hoursAgo);
    const second = run(program, "print", { XDG_CACHE_HOME: cache });
    expect(await second.ended, second.output()).toEqual({ code: 0, signal: null });
    expect(readdirSync(home)).toEqual([expect.stringMatching(/^chromium-/)]);
  });

  test("where no cache folder can be written, it is unpacked for the run, which may be killed", async () => {
    const temporary = folder("tmp");
    const env = { XDG_CACHE_HOME: "/dev/null/cache", TMPDIR: temporary };
    const { ended, output } = run(program, "print", env);
    expect(await ended, output()).toEqual({ code: 0, signal: null });
    expect(output()).toContain("no-cache");
    expect(readdirSync(temporary)).toEqual([]);
    const killed = run(program, "forever", env);
    await killed.said(/Chromium/);
    killed.child.kill("SIGKILL");
    expect(await leftIn(temporary)).toEqual([]);
  });

  describe("ends with the program", () => {
    let cache: string;
    beforeAll(async () => {
      cache = folder("cache");
      await run(program, "print", { XDG_CACHE_HOME: cache }).ended;
    });

    test.each([
      ["print", undefined, { code: 0, signal: null }],
      ["throw", undefined, { code: 1, signal: null }],
      ["exit", "SIGINT", { code: 130, signal: null }],
      ["forever", "SIGINT", { code: null, signal: "SIGINT" }],
      ["forever", "SIGTERM", { code: null, signal: "SIGTERM" }],
      ["forever", "SIGKILL", { code: null, signal: "SIGKILL" }],
    ] as const)("that does: %s %s", async (argument, signal, end) => {
      const temporary = folder("tmp");
      const { child, said, ended, output } = run(program, argument, { XDG_CACHE_HOME: cache, TMPDIR: temporary });
      if (signal) {
        await said(/Chromium/);
        expect(processesIn(cache).length).toBeGreaterThan(0);
        child.kill(signal);
      }
      expect(await ended, output()).toEqual(end);
      expect(await remaining(cache)).toEqual([]);
      expect(await leftIn(temporary)).toEqual([]);
    });

    test("one that is killed or hangs is started anew", async () => {
      const printer = await openPrinter({ env: { ...process.env, XDG_CACHE_HOME: cache }, patience: 3 });
      try {
        const { bytes } = await printer.print(samplePage("<h1>x</h1>"));
        for (const signal of ["SIGKILL", "SIGSTOP"] as const) {
          signalAll(processesIn(cache), signal);
          const prints = await Promise.all([1, 2, 3].map(() => printer.print(samplePage("<h1>x</h1>"))));
          for (const print of prints) expect(print.bytes).toEqual(bytes);
        }
      } finally {
        await printer.close();
      }
      expect(await remaining(cache)).toEqual([]);
    });

    test("so is a page whose process is killed", async () => {
      const printer = await openPrinter({ env: { ...process.env, XDG_CACHE_HOME: cache } });
      try {
        const { bytes } = await printer.print(samplePage("<h1>x</h1>"));
        const renderers = processesIn(cache).filter((pid) =>
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer"),
        );
        signalAll(renderers, "SIGKILL");
        const prints = await Promise.all([1, 2, 3].map(() => printer.print(samplePage("<h1>x</h1>"))));
        for (const print of prints) expect(print.bytes).toEqual(bytes);
      } finally {
        await printer.close();
      }
    }, 20_000);

    test("so is one that dies while it prints what documents have in common", async () => {
      const printer = await openPrinter({ env: { ...process.env, XDG_CACHE_HOME: cache }, jobs: 1, force: true });
      const formula = (number: number) => `<span class="katex"><span class="base">${number}</span></span> `;
      const page = samplePage(Array.from({ length: 1000 }, (_, number) => formula(number)).join(""));
      try {
        await printer.print(samplePage("<h1>x</h1>"));
        const printing = printer.print({ ...page, common: [page] });
        // The sheet takes longer.
        await new Promise((resolve) => setTimeout(resolve, 100));
        signalAll(processesIn(cache), "SIGKILL");
        const { bytes } = await printing;
        expect(bytes).toEqual((await printer.print({ ...page, common: [page] })).bytes);
      } finally {
        await printer.close();
      }
    });

    test("one that dies of every document is said to", async () => {
      const printer = await openPrinter({ env: { ...process.env, XDG_CACHE_HOME: cache } });
      try {
        const failing = printer.print(samplePage("<p>word </p>".repeat(100_000)));
        failing.catch(() => {});
        // While it is at work on the document, however long that takes this machine, and never while it starts.
        const killer = setInterval(() => {
          const browser = processesIn(cache);
          if (browser.some((pid) => secondsOf(pid) > 0.7)) signalAll(browser, "SIGKILL");
        }, 50);
        await expect(failing).rejects.toThrow(EnvironmentError);
        clearInterval(killer);
        expect((await printer.print(samplePage("<h1>x</h1>"))).pages).toBe(1);
      } finally {
        await printer.close();
      }
    });
  });
});

describe("a browser named by PUPPETEER_EXECUTABLE_PATH", () => {
  test("is the only one tried", async () => {
    const opening = openPrinter({ env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" } });
    await expect(opening).rejects.toThrow(EnvironmentError);
    await expect(opening).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^\/nowhere\/chrome: no such program/),
    });
  });

  test.runIf(process.platform !== "win32").each([
    [
      "error while loading shared libraries: libnss3.so: cannot open shared object file",
      /libnss3\.so.*apt-get install/,
    ],
    ["FATAL:zygote_host_impl_linux.cc] No usable sandbox!", /sandbox.*PUPPETEER_DANGEROUS_NO_SANDBOX/],
    ["some other end", /some other end/],
    ["died later, having been asked", /died later/, "head -c 1 <&3 >/dev/null; sleep 0.2; "],
  ])("that says %j is explained in one line", async (said, message, before = "") => {
    const fake = join(folder("fake"), "chrome");
    writeFileSync(fake, `#!/bin/sh\n${before}echo '${said}' >&2\nexit 127\n`);
    chmodSync(fake, 0o755);
    const opening = openPrinter({ env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: fake } });
    await expect(opening).rejects.toThrow(message);
    await opening.catch((error: Error) => expect(error.message).not.toContain("\n"));
  });
});

test.runIf(process.platform !== "win32")(
  "a browser that does not start does not keep the program from ending",
  async () => {
    const fake = join(folder("fake"), "chrome");
    writeFileSync(fake, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const { ended, output } = run(program, "print", { PUPPETEER_EXECUTABLE_PATH: fake });
    expect(await ended, output()).toEqual({ code: 1, signal: null });
  },
);

test.runIf(packaged)("a browser that makes a fault when it starts is started once more", async () => {
  const cache = folder("cache");
  await run(program, "print", { XDG_CACHE_HOME: cache }).ended;
  const home = join(cache, "exams-as-code");
  const real = join(home, readdirSync(home)[0] ?? "", "chromium");
  const before = join(folder("fake"), "before");
  const fake = join(folder("fake"), "chrome");
  writeFileSync(fake, `#!/bin/sh\n[ -e ${before} ] && exec ${real} "$@"\ntouch ${before}\nkill -SEGV $$\n`, {
    mode: 0o755,
  });
  const { ended, output } = run(program, "print", { XDG_CACHE_HOME: cache, PUPPETEER_EXECUTABLE_PATH: fake });
  expect(await ended, output()).toEqual({ code: 0, signal: null });
  expect(existsSync(before)).toBe(true);
});

test.runIf(packaged)("a browser with a profile of its own leaves none behind", async () => {
  const cache = folder("cache");
  await run(program, "print", { XDG_CACHE_HOME: cache }).ended;
  const home = join(cache, "exams-as-code");
  const PUPPETEER_EXECUTABLE_PATH = join(home, readdirSync(home)[0] ?? "", "chromium");
  for (const [argument, signal] of [["print"], ["forever", "SIGTERM"], ["exit", "SIGINT"]] as const) {
    const temporary = folder("tmp");
    const { child, said, ended } = run(program, argument, { PUPPETEER_EXECUTABLE_PATH, TMPDIR: temporary });
    await said(/Chromium/);
    if (signal) {
      const [home = "", ...others] = readdirSync(temporary);
      expect(others).toEqual([]);
      expect(readdirSync(join(temporary, home))).toContain("profile");
      child.kill(signal);
    }
    await ended;
    expect(await leftIn(temporary)).toEqual([]);
  }
  expect(await remaining(cache)).toEqual([]);
});

test("the sandbox is left out only for root, and then it is said", async () => {
  const printer = await openPrinter();
  await printer.close();
  expect(printer.notes.map(({ rule }) => rule)).toEqual(process.getuid?.() === 0 ? ["no-sandbox"] : []);
});

test("a closed printer prints no more", async () => {
  const printer = await openPrinter();
  const pending = [1, 2, 3].map(() => printer.print(samplePage("<h1>x</h1>")));
  for (const print of pending) print.catch(() => {});
  await printer.close();
  await expect(printer.print(samplePage("<h1>x</h1>"))).rejects.toThrow("closed");
  expect((await Promise.allSettled(pending)).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
