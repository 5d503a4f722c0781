import { createHash } from "node:crypto";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PrintFile } from "../../src/print/print-file.ts";
import { readPdf } from "../print/read-pdf.ts";
import { type ExamFolder, examFolder } from "./exam-folder.ts";

const question = (id: string) => `## {#${id}}\n\nAsk ${id} of [a link](https://example.org).\n\n- [x] yes\n- [ ] no\n`;

/** An exam of so many pages. */
const exam = (pages: number, front = "") =>
  `---\ntitle: Quiz\ncourse: Course\ninstructors: Ada\ndate: 2025-02-18\nlang: es\nversions: 2\n${front}---\n\n` +
  Array.from({ length: pages }, (_, index) => question(`q${index}`)).join("\n::pagebreak\n\n");

/** Where each entry of an outline leads: its title and a page, from 1. */
async function readEntries(bytes: Uint8Array): Promise<(readonly [title: string, page: number])[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const entries = (await document.getOutline()).map(async ({ title, dest }) => {
    if (!Array.isArray(dest)) throw new Error(`Expected ${title} to lead somewhere`);
    return [title, (await document.getPageIndex(dest[0])) + 1] as const;
  });
  const read = await Promise.all(entries);
  await loading.destroy();
  return read;
}

/** Every object of a file is where its table says, and leads to objects that are there. */
function expectWhole(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString("latin1");
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.startsWith("xref\n0 ", start)).toBe(true);
  const offsets = [...text.slice(start).matchAll(/(\d{10}) 00000 n \n/g)].map((match) => Number(match[1]));
  for (const [index, offset] of offsets.entries())
    expect(text.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  const dictionaries = text.replace(/ stream\n[\s\S]*?\nendstream\n/g, "\n");
  const numbers = [...dictionaries.matchAll(/(\d+) 0 R\b/g)].map((match) => Number(match[1]));
  expect(numbers.filter((number) => number < 1 || number > offsets.length)).toEqual([]);
}

describe("all papers in one file", () => {
  let folder: ExamFolder;
  beforeAll(async () => {
    folder = examFolder({
      "quiz.md": exam(1),
      "three/quiz.md": exam(3, "paper: A5\n"),
      "class.csv": "surname,name,code,version\nZúñiga,Ana,2,B\nPaz,Beto,1,A\nRuiz,Eva,,\n",
    });
    await folder.build({ merge: true, roster: "class.csv", out: "class" });
    await folder.build({ merge: true, jobs: 1 });
  });
  afterAll(() => folder.remove());

  const pagesOf = async (name: string, out?: string) => (await readPdf(folder.bytes(name, out))).pages;

  test("stand in the order of the versions, each on a sheet of its own", async () => {
    const print = await pagesOf("quiz-print.pdf");
    const [a, b] = [...(await pagesOf("quiz-A.pdf")), ...(await pagesOf("quiz-B.pdf"))];
    expect(print.map(({ text }) => text)).toEqual([a?.text, "", b?.text, ""]);
    expect(new Set(print.map(({ size }) => size.join()))).toEqual(new Set(["595,842"]));
    expect(await readEntries(folder.bytes("quiz-print.pdf"))).toEqual([
      ["Versión A", 1],
      ["Versión B", 3],
    ]);
  });

  test("or in that of the roster", async () => {
    const print = await pagesOf("quiz-print.pdf", "class");
    const names = ["quiz-2.pdf", "quiz-1.pdf", "quiz-Ruiz-Eva.pdf"];
    const papers = await Promise.all(names.map((name) => pagesOf(name, "class")));
    expect(print.map(({ text }) => text)).toEqual(papers.flatMap(([page]) => [page?.text, ""]));
    expect(await readEntries(folder.bytes("quiz-print.pdf", "class"))).toEqual([
      ["Zúñiga, Ana · 2", 1],
      ["Paz, Beto · 1", 3],
      ["Ruiz, Eva", 5],
    ]);
  });

  test("keep the typefaces, once for all", async () => {
    const print = folder.bytes("quiz-print.pdf", "class");
    const [page] = await pagesOf("quiz-1.pdf", "class");
    const [, , printed] = await pagesOf("quiz-print.pdf", "class");
    expect(printed?.fonts.length).toBe(page?.fonts.length);
    const papers = folder.manifest("class").students.map(({ file }: { file: string }) => folder.bytes(file, "class"));
    const sum = papers.reduce((total: number, { length }: Uint8Array) => total + length, 0);
    expect(print.length).toBeLessThan(sum * 0.8);
    expectWhole(print);
  });

  test("say what they are, and have no links", async () => {
    const bytes = folder.bytes("quiz-print.pdf", "class");
    const { info, lang } = await readPdf(bytes);
    expect(info).toMatchObject({ Title: "Course · Quiz", Author: "Ada", CreationDate: "D:20250218000000+00'00'" });
    expect(lang).toBe("es");
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/(Annots|StructParents|StructTreeRoot)/);
  });

  test("are named in the manifest", () => {
    for (const [out, pages] of [["out", 4] as const, ["class", 6] as const]) {
      const sha256 = createHash("sha256").update(folder.bytes("quiz-print.pdf", out)).digest("hex");
      expect(folder.manifest(out).print).toEqual({ file: "quiz-print.pdf", title: "Course · Quiz", pages, sha256 });
    }
  });

  test("are the same bytes each time", async () => {
    await folder.build({ merge: true, roster: "class.csv", jobs: 1, out: "again" });
    expect(folder.bytes("quiz-print.pdf", "again")).toEqual(folder.bytes("quiz-print.pdf", "class"));
  });

  test("hold those of the versions asked for alone", async () => {
    await folder.build({ merge: true, roster: "class.csv", only: ["B"], key: false, out: "only" });
    expect(await readEntries(folder.bytes("quiz-print.pdf", "only"))).toEqual([["Zúñiga, Ana · 2", 1]]);
  });

  test("may differ in length and size", async () => {
    await folder.build({ cwd: `${folder.path}/three` });
    const three = await readPdf(folder.bytes("../../three/out/quiz/quiz-A.pdf"));
    const one = folder.bytes("quiz-A.pdf");
    const print = new PrintFile();
    print.add(folder.bytes("../../three/out/quiz/quiz-A.pdf"), "three");
    print.add(one, "one");
    print.add(folder.bytes("../../three/out/quiz/quiz-B.pdf"), "(three)");
    const bytes = print.finish({ title: "T", lang: "en", author: "", date: "2025-01-01" });
    expectWhole(bytes);
    expect(await readEntries(bytes)).toEqual([
      ["three", 1],
      ["one", 5],
      ["(three)", 7],
    ]);
    const { pages } = await readPdf(bytes);
    expect(pages.map(({ size }) => size[1])).toEqual([595, 595, 595, 595, 842, 842, 595, 595, 595, 595]);
    expect(pages.slice(0, 4).map(({ text }) => text)).toEqual([...three.pages.map(({ text }) => text), ""]);
    expect(print.pages).toBe(10);
  });
});
