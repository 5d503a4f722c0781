import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/problem.ts";
import { openFiles } from "../../src/read/files.ts";
import { builtInTemplates, loadTemplate } from "../../src/read/template.ts";
import { render } from "../../src/render/render.ts";
import { folderWith, write } from "./documents.ts";

/** What a folder `ours` beside the exam makes of it. */
function renderWith(files: Readonly<Record<string, string>>) {
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`ours/${name}`, text])));
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const template = loadTemplate("ours", { folder, files: openFiles("exam.md", folder), report });
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

  test("takes a built-in page and overrides a block of it", () => {
    const { page, problems } = renderWith({
      "paper.liquid": '{% layout "modern/paper.liquid" %}{% block logo %}<b>ours</b>{% endblock %}',
    });
    expect(problems).toEqual([]);
    expect(page?.html).toMatch(/<div class="exam-heading">\s*<b>ours<\/b>/);
    expect(page?.html).toContain('<h1 class="exam-title">&#60;T&#62;</h1>');
    expect([...(page?.html.matchAll(/stylesheet" href="([^"]*)"/g) ?? [])].map((match) => match[1]).slice(-2)).toEqual([
      "/templates/default/style.css",
      "/templates/modern/style.css",
    ]);
  });

  test.each([
    ["body { background: url(https://example.org/x.png) }", "1:20", "refused-request"],
    ["a{}\n@import '../other.css';", "2:9", "refused-request"],
    ["a{}\n@import url(//example.org/x.css);", "2:9", "refused-request"],
    ["b { background: url('lost.png') }", "1:17", "refused-request"],
    [":root { --picture: url(lost.png) }", "1:20", "refused-request"],
    ["b { background: image-set('lost.png' 1x) }", "1:27", "refused-request"],
    ["@font-face { font-family: F; src: url(file:///etc/passwd) }", "1:35", "refused-request"],
    ["b { color red }", "1:11", "template"],
    ["b { color: red }\n}", "2:1", "template"],
    ["a {}\nb { color: red;\n", "2:3", "template"],
  ])("is at fault with a style sheet %s", (css, at, rule) => {
    const { page, problems } = renderWith({ "style.css": css });
    expect(page).toBeUndefined();
    expect([...new Set(problems.map((problem) => problem.rule))]).toEqual([rule]);
    const start = problems[0]?.place?.start;
    expect(`${start?.line}:${start?.column}`).toBe(at);
    expect(problems[0]?.place?.file).toMatch(/ours\/style\.css$/);
  });

  test.each([
    "b { background: url(logo.svg), url('parts/dot.svg#a'), url(#here), url(\"data:image/svg+xml,<svg/>\") }",
    "@import 'parts/more.css';",
    "b { background: url(/template/logo.svg) url(/templates/default/style.css) }",
    "@supports (color: lab(0 0 0)) { b { color: light-dark(#000, #fff) } } b { &:hover { width: calc(1px * 2) } }",
    "b { content: '}' } /* { */ a { }",
  ])("may say %s", (css) => {
    const files = { "logo.svg": "<svg/>", "parts/dot.svg": "<svg/>", "parts/more.css": "a {}" };
    expect(renderWith({ "style.css": css, ...files }).problems).toEqual([]);
  });

  test("sets its text in the faces its last style sheet names", () => {
    const facesOf = (css: string) => {
      const folder = folderWith({ "ours/style.css": css });
      return loadTemplate("ours", { folder, files: openFiles("exam.md", folder), report: () => {} })?.faces;
    };
    expect(facesOf("")).toBe("serif");
    expect(facesOf(':root { --text-face: "Ours", var(--sans) }')).toBe("sans");
    expect(
      builtInTemplates().map(
        (name) => loadTemplate(name, { folder: "/", files: openFiles("e.md", "/"), report: () => {} })?.faces,
      ),
    ).toEqual(["serif", "serif", "sans"]);
  });

  test("that is laid out with itself is at fault, told with its place", () => {
    const { page, problems } = renderWith({ "paper.liquid": 'a\n{% layout "paper.liquid" %}' });
    expect(page).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.rule).toBe("template");
  });

  test("that stands on a file there is not is told which there are", () => {
    const { problems } = renderWith({ "paper.liquid": '{% layout "default" %}' });
    expect(problems[0]?.message).toContain("no file default");
    expect(problems[0]?.hint).toContain("default/paper.liquid");
  });

  test.each([
    ["a value there is not", "one\n{{ nothing }}", 2, 4],
    ["a filter there is not", "one\n\n  {{ title | nothing }}", 3, 3],
    ["a tag there is not", "{% nothing %}", 1, 1],
    ["what is never closed", "a\n{% if title %}", 2, 1],
    ["a file outside the folder", "{% render '../secret' %}", 1, 1],
    ["a file there is not", "{% render 'nothing' %}", 1, 1],
    ["a value of all objects", "{{ title.constructor }}", 1, 4],
    ["today's date", "a\n{{ 'now' | date: '%Y' }}", 2, 1],
    ["today's date, where it is seldom printed", "{% if draft %}{{ 'today' | date_to_string }}{% endif %}", 1, 15],
    ["a drawn lot", "{% assign one = instructors | sample %}", 1, 1],
  ])("is at fault with %s, told with its place", (_, liquid, line, column) => {
    const { page, problems } = renderWith({ "paper.liquid": liquid });
    expect(page).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: "error", rule: "template" });
    expect(problems[0]?.place?.file).toMatch(/ours\/paper\.liquid$/);
    expect(problems[0]?.place?.start).toMatchObject({ line, column });
  });
});

test("a template that asks for the day is told how to print the exam's date", () => {
  const { problems } = renderWith({ "paper.liquid": "{{ 'now' | date: '%Y' }}" });
  expect(problems[0]?.hint).toMatch(/`date`.*`fields`.*`name`.*`value`/);
  const markdown = "---\ntitle: T\ntemplate: ours\ndate: 2025-02-18\n---\n\n## {#q}\n\nAsk\n";
  const liquid = `{% for field in fields %}{% if field.name == "date" %}{{ field.value }}{% endif %}{% endfor %}`;
  expect(write(markdown, { "ours/paper.liquid": liquid }).page("student").html).toBe("02/18/2025");
});

describe("a template that cannot be loaded", () => {
  const load = (name: string) => {
    const problems: Problem[] = [];
    const folder = folderWith({ "exams/exam.md": "" });
    const files = openFiles(join("exams", "exam.md"), folder);
    const use = { folder: join(folder, "exams"), files, report: (problem: Problem) => problems.push(problem) };
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
  expect(builtInTemplates()).toEqual(["compact", "default", "modern"]);
});
