import { expect, test } from "vitest";
import { sourceText } from "../../src/model/source-text.ts";
import { alignPages } from "../../src/preview/client/align.ts";
import { regionsOf } from "../../src/preview/client/regions.ts";
import { editorUrl } from "../../src/preview/editor-url.ts";
import { spotOf } from "../../src/preview/spot.ts";

test.each([
  ["vscode", "/home/ada/exams/quiz 5#.md", "vscode://file/home/ada/exams/quiz%205%23.md:12:3"],
  ["VSCodium", "/a.md", "vscodium://file/a.md:12:3"],
  ["vscode", "C:\\exams\\quiz.md", "vscode://file/C:/exams/quiz.md:12:3"],
  ["idea", "/a&b.md", "idea://open?file=/a%26b.md&line=12&column=3"],
  ["mine://go?f={path}&l={line}", "/$&.md", "mine://go?f=/%24%26.md&l=12"],
])("%s opens %s", (editor, path, url) => {
  expect(editorUrl(editor)?.(path, 12, 3)).toBe(url);
});

test.each([
  "notepad",
  "javascript:alert('{path}')",
  "https://evil.example/{path}",
  "file://{path}",
  "mine://nothing",
  "",
])("%j is no editor", (editor) => {
  expect(editorUrl(editor)).toBeUndefined();
});

test("a place is shown with the lines it covers, cut where it begins and ends", () => {
  const source = sourceText("quiz.md", "one\r\ntwo three\rfour\n\nfive");
  const sources = new Map([["quiz.md", source.text]]);
  const from = source.text.indexOf("three");
  const place = source.place(from, source.text.indexOf("ur"));
  expect(spotOf(place, { sources, cwd: "/x" })).toEqual({
    file: "quiz.md",
    line: 2,
    column: 5,
    code: [
      { number: 2, before: "two ", marked: "three", after: "" },
      { number: 3, before: "", marked: "fo", after: "ur" },
    ],
  });
  expect(spotOf(place, { sources, cwd: "/x" }, 9).code.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
  expect(spotOf(place, { sources: new Map(), cwd: "/x" }).code).toEqual([]);
});

test("of a very long line, what stands around the place is shown", () => {
  const source = sourceText("quiz.md", `${"x".repeat(5000)}here${"y".repeat(5000)}`);
  const [line] = spotOf(source.place(5000, 5004), { sources: new Map([["quiz.md", source.text]]), cwd: "/" }).code;
  expect(line).toMatchObject({ number: 1, marked: "here" });
  expect(`${line?.before}${line?.after}`.length).toBeLessThan(500);
});

test("a question takes its page until the next one begins, in its own column", () => {
  const question = (number: number, page: number, top: number, left = 75) => ({
    number,
    page,
    top,
    left,
    spot: { file: "q.md", line: number, column: 1, code: [] },
  });
  const size = { width: 800, height: 1000 };
  const areas = (questions: ReturnType<typeof question>[], page: number) =>
    regionsOf(questions, page, size).map(({ question: { number }, left, top, right, bottom }) => [
      number,
      left,
      top,
      right,
      bottom,
    ]);
  const plain = [question(1, 1, 110), question(2, 1, 510), question(3, 3, 310)];
  expect(areas(plain, 1)).toEqual([
    [1, 0, 100, 800, 500],
    [2, 0, 500, 800, 1000],
  ]);
  expect(areas(plain, 2)).toEqual([[2, 0, 0, 800, 1000]]);
  expect(areas(plain, 3)).toEqual([
    [2, 0, 0, 800, 300],
    [3, 0, 300, 800, 1000],
  ]);
  expect(areas([question(1, 1, 110), question(2, 1, 610), question(3, 1, 110, 420)], 1)).toEqual([
    [1, 65, 100, 410, 600],
    [2, 65, 600, 410, 1000],
    [3, 410, 100, 800, 1000],
  ]);
});

test("a key's pages lie beside the pages of the paper that they are about", () => {
  const document = (pages: number, ...starts: number[]) => ({ pages, questions: starts.map((page) => ({ page })) });
  const rows = (paper: ReturnType<typeof document>, key: ReturnType<typeof document>) =>
    alignPages(paper, key).map((row) => `${row.paper ?? "-"}|${row.key ?? "-"}`);
  expect(rows(document(2, 1, 1, 2), document(2, 1, 1, 2))).toEqual(["1|1", "2|2"]);
  expect(rows(document(2, 1, 1, 2), document(4, 1, 2, 4))).toEqual(["1|1", "-|2", "-|3", "2|4"]);
  expect(rows(document(4, 1, 2, 4), document(2, 1, 1, 2))).toEqual(["1|1", "2|-", "3|-", "4|2"]);
  expect(rows(document(3, 1, 1), document(1, 1, 1))).toEqual(["1|1", "2|-", "3|-"]);
  expect(rows(document(1), document(2))).toEqual(["1|1", "-|2"]);
});
