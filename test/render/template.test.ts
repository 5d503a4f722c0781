import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/problem.ts";
import { builtInTemplates, loadTemplate } from "../../src/read/template.ts";
import { render } from "../../src/render/render.ts";
import { folderWith, write } from "./documents.ts";

/** What a folder `ours` beside the exam makes of it. */
function renderWith(files: Readonly<Record<string, string>>) {
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`ours/${name}`, text])));
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const template = loadTemplate("ours", { exam: "exam.md", cwd: folder, report });
  const { exam, versions } = write("---\ntitle: <T>\n---\n\n## {#q}\n\nAsk\n");
  const [version] = versions;
  if (!template || !version) return { problems };
  const typefaces = { style: "", files: new Map() };
  return { problems, page: render(exam, version, "student", { template, typefaces, pictures: new Map(), report }) };
}

describe("a folder of one's own", () => {
  test("with a style sheet changes the default's looks", () => {
    const { page, problems } = renderWith({
      "style.css": "h1 { color: navy }",
      "logo.svg": "<svg/>",
      "README.md": "x",
    });
    expect(problems).toEqual([]);
    expect([...(page?.html.matchAll(/stylesheet" href="([^"]*)"/g) ?? [])].map((match) => match[1]).slice(-2)).toEqual([
      "/templates/default/style.css",
      "/template/style.css",
    ]);
    expect([...(page?.assets.keys() ?? [])].filter((url) => url.startsWith("/template/"))).toEqual([
      "/template/logo.svg",
      "/template/style.css",
    ]);
  });

  test("with a paper.liquid makes the page, from files of the folder", () => {
    const { page, problems } = renderWith({
      "paper.liquid": "{{ title }} {% render 'parts/foot', version: version %} {{ sections }}",
      "parts/foot.liquid": "[{{ version }}]",
    });
    expect(problems).toEqual([]);
    expect(page?.html).toMatch(/^&#60;T&#62; \[A\] <section/);
  });

  test.each([
    ["a value there is not", "one\n{{ nothing }}", 2, 4],
    ["a filter there is not", "one\n\n  {{ title | nothing }}", 3, 3],
    ["a tag there is not", "{% nothing %}", 1, 1],
    ["what is never closed", "a\n{% if title %}", 2, 1],
    ["a file outside the folder", "{% render '../secret' %}", 1, 1],
    ["a file there is not", "{% render 'nothing' %}", 1, 1],
    ["a value of all objects", "{{ title.constructor }}", 1, 4],
  ])("is at fault with %s, told with its place", (_, liquid, line, column) => {
    const { page, problems } = renderWith({ "paper.liquid": liquid });
    expect(page).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: "error", rule: "template" });
    expect(problems[0]?.place?.file).toMatch(/ours\/paper\.liquid$/);
    expect(problems[0]?.place?.start).toMatchObject({ line, column });
  });
});

describe("a template that cannot be loaded", () => {
  const load = (name: string) => {
    const problems: Problem[] = [];
    const folder = folderWith({ "exams/exam.md": "" });
    const use = { exam: join("exams", "exam.md"), cwd: folder, report: (problem: Problem) => problems.push(problem) };
    expect(loadTemplate(name, use)).toBeUndefined();
    return problems.map(({ message, hint }) => `${message}. ${hint}`);
  };

  test("is misspelt", () => {
    expect(load("defualt")).toEqual([
      expect.stringMatching(/No template is called "defualt". Did you mean "default"\?/),
    ]);
  });

  test("lies outside the exam's folder", () => {
    expect(load("../..")).toEqual([expect.stringMatching(/outside/)]);
  });
});

test("the built-in templates are known by name", () => {
  expect(builtInTemplates()).toContain("default");
});
