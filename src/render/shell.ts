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
  const lost = /Failed to lookup "([^"]*)"/.exec(said)?.[1];
  report({
    severity: "error",
    rule: "template",
    message: `Template "${name}": ${lost === undefined ? said : `it has no file ${lost}`}`,
    hint:
      lost === undefined
        ? "The manual's page on templates lists what a template can use."
        : `There are: ${[...liquid.keys()].join(", ")}.`,
    ...(source && { place: sourceText(source.file, source.text).place(begin, end) }),
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
