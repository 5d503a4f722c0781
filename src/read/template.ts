import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve, sep } from "node:path";
import { didYouMean } from "../model/nearest.ts";
import type { Asset } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { Problem, Report } from "../model/problem.ts";
import type { LiquidSource, Template } from "../model/template.ts";
import { decodeSource } from "./decode.ts";
import { isInside, openFiles } from "./files.ts";

/** Whose template it is, and who hears of it when it is not there. */
export interface TemplateUse {
  /** The exam's path as given; a template's folder is relative to its own. */
  readonly exam: string;
  readonly cwd: string;
  /** Where the exam names its template. */
  readonly place?: Place;
  readonly report: Report;
}

/** Files a page may ask its template for, by the end of their names. Whatever else lies in the folder is left alone. */
const ASSET_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** What every template builds on. */
const BASE = "default";

/**
 * A built-in template by its name, or the folder at a path relative to the exam. A folder stands on the default template:
 * its `style.css` comes after the default's, and without a `paper.liquid` of its own it has the default's.
 * Reports why there is none.
 */
export function loadTemplate(name: string, use: TemplateUse): Template | undefined {
  const builtIn = builtInTemplates();
  if (builtIn.includes(name)) return builtInTemplate(name);
  const files = openFiles(use.exam, use.cwd);
  const folder = resolve(dirname(resolve(use.cwd, use.exam)), name);
  const fault = (problem: Pick<Problem, "message" | "hint">): undefined => {
    use.report({ severity: "error", rule: "template", ...(use.place && { place: use.place }), ...problem });
  };
  if (!isInside(files.root, folder))
    return fault({ message: `${name} lies outside the exam's folder`, hint: "Copy the template there." });
  if (!existsSync(folder)) {
    const hint = `Built-in templates: ${builtIn.join(", ")}. A folder of your own is named relative to the exam.`;
    return fault({
      message: `No template is called "${name}"`,
      hint: [didYouMean(name, builtIn), hint].join(" ").trim(),
    });
  }

  const base = builtInTemplate(BASE);
  const liquid = new Map(base.liquid);
  const assets = new Map(base.assets);
  let whole = true;
  for (const path of filesIn(folder)) {
    const read = files.readNamed(path, folder);
    if ("fault" in read) {
      fault(read.fault);
      whole = false;
    } else if (path.endsWith(".liquid")) {
      const source = decodeSource(files.shown(read.path), read.bytes, use.report);
      if (source) liquid.set(path, source);
      else whole = false;
    } else {
      const type = ASSET_TYPES[extname(path).toLowerCase()];
      if (type) assets.set(`/template/${path}`, { type, bytes: read.bytes });
    }
  }
  const own = assets.has("/template/style.css") ? ["/template/style.css"] : [];
  return whole ? { name, liquid, assets, styles: [...base.styles, ...own] } : undefined;
}

/** Names of the templates that come with the program. */
export function builtInTemplates(): string[] {
  return readdirSync(templatesFolder()).sort();
}

function builtInTemplate(name: string): Template {
  const folder = join(templatesFolder(), name);
  const liquid = new Map<string, LiquidSource>();
  const assets = new Map<string, Asset>();
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(join(folder, path));
    const type = ASSET_TYPES[extname(path)];
    if (path.endsWith(".liquid")) liquid.set(path, { file: `${name}/${path}`, text: bytes.toString("utf8") });
    else if (type) assets.set(`/templates/${name}/${path}`, { type, bytes });
  }
  return { name, liquid, assets, styles: [`/templates/${name}/style.css`] };
}

/** Files of a folder and those below it, by their path inside it, with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** `templates/` of the package, whether this runs from `src/` or bundled in `dist/`. */
function templatesFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "templates", BASE))) {
    if (dirname(folder) === folder) throw new Error("Expected a folder templates/ beside the program");
    folder = dirname(folder);
  }
  return join(folder, "templates");
}
