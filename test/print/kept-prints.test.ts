import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Page } from "../../src/model/page.ts";
import { KeptPrints } from "../../src/print/kept-prints.ts";
import type { PrintedPdf } from "../../src/print/printed-pdf.ts";
import { Store } from "../../src/print/store.ts";

function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), "exam-kept-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function open(folder: string, program = "1", reads = true): Promise<Store> {
  const store = await Store.open(folder, program, reads);
  if (!store) throw new Error("Expected a store that can be opened");
  return store;
}

const few = (...texts: string[]) => fc.constantFrom(...texts);
const page: fc.Arbitrary<Page> = fc.record({
  html: few("<p>a", "<p>b"),
  assets: fc
    .uniqueArray(fc.tuple(few("/a", "/b"), few("text/css", "font/woff2"), few("x", "y")), {
      selector: ([path]) => path,
      maxLength: 2,
    })
    .map((files) => new Map(files.map(([path, type, text]) => [path, { type, bytes: Buffer.from(text) }]))),
  paper: fc.constantFrom("A4", "A5"),
  metadata: fc.record({ title: few("1", "2"), lang: few("en", "es"), author: few("", "x"), date: few("2000-01-01") }),
  // Says where things were written, and nothing of what is printed.
  places: fc.constant([]),
});

test("a print is found for the very document, program and browser it was made of, and for no other", async () => {
  const step = fc.record({ page, browser: few("x", "y"), program: few("1", "2"), isKept: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 30 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), "exam-kept-"));
      try {
        const expected = new Map<string, PrintedPdf>();
        for (const [index, { page, browser, program, isKept }] of steps.entries()) {
          const prints = new KeptPrints(await open(folder, program));
          const files = [...page.assets].map(([path, { type, bytes }]) => [path, type, bytes.toString()]);
          const key = JSON.stringify([page.html, files, page.paper, page.metadata, browser, program]);
          if (isKept) {
            const print = printOf(`${index}\n`, index);
            await prints.keep(page, browser, print);
            expected.set(key, print);
          }
          const found = await prints.find(page, browser);
          expect(found && { ...found, bytes: Buffer.from(found.bytes) }).toEqual(expected.get(key));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 40 },
  );
});

function printOf(text: string, pages: number): PrintedPdf {
  const layout = { itemPages: [1], itemCorners: [], optionColumns: [], overflows: [], brokenImages: [] };
  return { bytes: Buffer.from(text), pages, layout, problems: [] };
}

describe("nothing is found", () => {
  test.each<[what: string, damage: (file: string) => void]>([
    ["in a file that was cut off", (file) => truncateSync(file, 40)],
    ["in a file that is empty", (file) => truncateSync(file, 0)],
    [
      "in a file with another byte",
      (file) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from("x")])),
    ],
    ["where there is none", (file) => rmSync(file)],
  ])("%s", async (_, damage) => {
    const folder = temporary();
    const store = await open(folder);
    const key = store.keyOf("a");
    await store.put(key, Buffer.from("what was made"));
    expect((await store.get(key))?.toString()).toBe("what was made");
    damage(join(folder, key));
    expect(await store.get(key)).toBeUndefined();
  });

  test("when all is to be made anew; what is made then is kept", async () => {
    const folder = temporary();
    const anew = await open(folder, "1", false);
    await anew.put(anew.keyOf("a"), Buffer.from("new"));
    expect(await anew.get(anew.keyOf("a"))).toBeUndefined();
    const store = await open(folder);
    expect((await store.get(store.keyOf("a")))?.toString()).toBe("new");
  });
});

test("parts of a key are not run together", async () => {
  const store = await open(temporary());
  expect(store.keyOf("ab", "c")).not.toBe(store.keyOf("a", "bc"));
});

test.runIf(process.platform !== "win32")("a folder that others can read is not used", async () => {
  const folder = temporary();
  chmodSync(folder, 0o755);
  expect(await Store.open(folder, "1")).toBeUndefined();
  expect(await Store.open(join(folder, "own"), "1")).toBeDefined();
});

test("what was used last stays when room is made", async () => {
  const folder = temporary();
  const store = await open(folder);
  const [first, second, third] = ["1", "2", "3"].map((name) => store.keyOf(name)) as [string, string, string];
  for (const key of [first, second, third]) {
    await store.put(key, Buffer.alloc(1000));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await store.get(first);
  await store.close(2500);
  expect(readdirSync(folder).sort()).toEqual([first, third, "tally"].sort());
});

test("room is made again when a tenth of what is kept has come since", async () => {
  const folder = temporary();
  const keep = async (name: string) => {
    const store = await open(folder);
    await store.put(store.keyOf(name), Buffer.alloc(500));
    await store.close(10_000);
    return readdirSync(folder).length - 1;
  };
  expect(await keep("first")).toBe(1);
  for (const name of "abcdefghijklmnopqr") await keep(name);
  // Each takes 532 bytes: after every second one no more than 9000 stay.
  expect(await keep("last")).toBeLessThanOrEqual(18);
  truncateSync(join(folder, "tally"));
  expect(await keep("next")).toBeLessThanOrEqual(18);
});

test("a print is another one where what it has in common with others is", async () => {
  const folder = temporary();
  const prints = new KeptPrints(await open(folder));
  const plain = { html: "<p>a", assets: new Map(), paper: "A4", metadata: NOTHING, places: [] } as const;
  const shared = (html: string, picture: string): Page => ({
    ...plain,
    html,
    assets: new Map([["/a.svg", { type: "image/svg+xml", bytes: Buffer.from(picture) }]]),
  });
  await prints.keep({ ...plain, common: [shared("<p>b", "x")] }, "1", printOf("kept", 1));
  expect(await prints.find({ ...plain, common: [shared("<p>b", "x")] }, "1")).toBeDefined();
  for (const common of [undefined, [], [shared("<p>c", "x")], [shared("<p>b", "y")]])
    expect(await prints.find({ ...plain, ...(common && { common }) }, "1")).toBeUndefined();
});

const NOTHING = { title: "", lang: "en", author: "", date: "2000-01-01" };
