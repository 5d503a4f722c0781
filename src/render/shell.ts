import { type FS, Liquid, LiquidError } from "liquidjs";
import type { Report } from "../model/problem.ts";
import { sourceText } from "../model/source-text.ts";
import type { Template } from "../model/template.ts";
import { cssString } from "./css-string.ts";

/** HTML or CSS that a template prints as it is; everything else it prints is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Fills a template's `paper.liquid`. Reports what is wrong with it, and returns undefined then. */
export function fillTemplate(template: Template, values: object, report: Report): string | undefined {
  try {
    return engineOf(template).renderFileSync("paper.liquid", values);
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    reportFault(error, template, report);
    return undefined;
  }
}

/** What one document may cost a stranger's template: characters read, milliseconds, and things made (about 8 bytes each). */
const LIMITS = { parseLimit: 1_000_000, renderLimit: 5_000, memoryLimit: 20_000_000 };

/** Liquid's filters that tell the day, follow the machine's time zone and language, or draw lots: no paper may depend on those. */
const UNSTEADY_FILTERS: readonly string[] = [
  ...["date", "date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string"],
  "sample",
];

const engines = new WeakMap<Template, Liquid>();

function engineOf(template: Template): Liquid {
  const known = engines.get(template);
  if (known) return known;
  const engine = new Liquid({
    fs: folderOf(template),
    root: ".",
    relativeReference: false,
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...LIMITS,
    outputEscape: (value) => (value instanceof Markup ? value.text : escapeHtml(String(value ?? ""))),
  });
  for (const name of UNSTEADY_FILTERS) delete engine.filters[name];
  engine.registerFilter("css_string", (value: unknown) => new Markup(cssString(String(value ?? ""))));
  engines.set(template, engine);
  return engine;
}

/** The only files Liquid can see. */
function folderOf({ liquid }: Template): FS {
  const read = (path: string) => {
    const source = liquid.get(path);
    if (!source) throw new Error(`Expected a file ${path} in the template's folder`);
    return source.text;
  };
  return {
    exists: async (path) => liquid.has(path),
    existsSync: (path) => liquid.has(path),
    readFile: async (path) => read(path),
    readFileSync: read,
    resolve: (_, file) => (file.endsWith(".liquid") ? file : `${file}.liquid`),
    containsSync: (_, path) => liquid.has(path),
    contains: async (_, path) => liquid.has(path),
  };
}

function reportFault(error: LiquidError, { name, liquid }: Template, report: Report): void {
  const { file = "paper.liquid", begin, end } = error.token;
  const source = liquid.get(file);
  const said = error.originalError?.message ?? error.message;
  report({
    severity: "error",
    rule: "template",
    ...wording(name, said, [...liquid.keys()]),
    ...(source && { place: sourceText(source.file, source.text).place(begin, end) }),
  });
}

/** What is wrong and what to do, by what Liquid said. */
function wording(template: string, said: string, files: readonly string[]): { message: string; hint: string } {
  const lost = /Failed to lookup "([^"]*)"/.exec(said)?.[1];
  if (lost !== undefined)
    return { message: `Template "${template}": it has no file ${lost}`, hint: `There are: ${files.join(", ")}.` };
  const filter = /undefined filter: (\w+)/.exec(said)?.[1] ?? "";
  if (UNSTEADY_FILTERS.includes(filter))
    return {
      message: `Template "${template}": Unexpected filter ${filter}, which would print something else on another day or machine`,
      hint: "The exam's `date` is a box: of the `fields`, the one whose `name` is `date` has it as its `value`.",
    };
  return {
    message: `Template "${template}": ${said}`,
    hint: "The manual's page on templates lists what a template can use.",
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
