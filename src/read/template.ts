import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { didYouMean } from "../model/nearest.ts";
import type { Asset } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { Problem, Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";
import type { FaceSetName, LiquidSource, Template } from "../model/template.ts";
import { decodeSource } from "./decode.ts";
import { type Files, filesIn } from "./files.ts";
import { checkStyle } from "./template-style.ts";

/** Whose template it is, and who hears of it when it is not there. */
export interface TemplateUse {
  /** Absolute path of the exam's folder, which a template's own is relative to. */
  readonly folder: string;
  /** What the exam may read. */
  readonly files: Files;
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

/** What every template stands on that names no other. */
const BASE = "default";

/** The most that its pages and style sheets have together, in UTF-16 code units: reading a style sheet takes hundreds of bytes for each. */
const MAX_CHARACTERS = 1_000_000;

/** Where a page begins. */
const ENTRY = "paper.liquid";

/** The files of one folder, before what they stand on is put below them. */
type Layer = Pick<Template, "name" | "liquid" | "assets" | "styles">;

/**
 * A built-in template by its name, or the folder at a path relative to the exam. A folder stands on the built-in template
 * whose page its `paper.liquid` lays itself out with (`{% layout "modern/paper.liquid" %}`), else on `default`: its `style.css`
 * comes after the other's, and without a `paper.liquid` of its own it has the other's. Reports why there is none.
 */
export function loadTemplate(name: string, use: TemplateUse): Template | undefined {
  const builtIn = builtInTemplates();
  if (builtIn.includes(name)) return builtInTemplate(name);
  const { files } = use;
  const folder = resolve(use.folder, name);
  const fault = (problem: Pick<Problem, "message" | "hint">): undefined => {
    use.report({ severity: "error", rule: "template", ...(use.place && { place: use.place }), ...problem });
  };
  const listed = files.listNamed(name, use.folder);
  if ("fault" in listed) {
    if (listed.fault.rule !== "missing-file") return fault(listed.fault);
    const hint = `Built-in templates: ${builtIn.join(", ")}. A folder of your own is named relative to the exam.`;
    return fault({
      message: `No template is called "${name}"`,
      hint: [didYouMean(name, builtIn), hint].join(" ").trim(),
    });
  }

  const liquid = new Map<string, LiquidSource>();
  const assets = new Map<string, Asset>();
  const sheets = new Map<string, SourceText>();
  let whole = true;
  let characters = 0;
  for (const path of listed.paths) {
    const type = ASSET_TYPES[extname(path).toLowerCase()];
    if (!type && !path.endsWith(".liquid")) continue;
    const read = files.readNamed(path, folder);
    if ("fault" in read) {
      fault(read.fault);
      whole = false;
      continue;
    }
    const isText = type === undefined || type === "text/css";
    const source = isText ? decodeSource(files.shown(read.path), read.bytes, use.report) : undefined;
    if (isText && !source) whole = false;
    characters += source?.text.length ?? 0;
    if (characters > MAX_CHARACTERS)
      return fault({
        message: `With ${path} the template's pages and style sheets have more than ${MAX_CHARACTERS} characters`,
        hint: "Keep pictures and typefaces in files of their own.",
      });
    if (source && !type) liquid.set(path, source);
    else if (source) sheets.set(`/template/${path}`, source);
    if (type) assets.set(`/template/${path}`, { type, bytes: read.bytes });
  }
  const styles = assets.has("/template/style.css") ? ["/template/style.css"] : [];
  const template = standOnBase({ name, liquid, assets, styles });
  for (const [url, sheet] of sheets)
    for (const problem of checkStyle(sheet, url, (asked) => template.assets.has(asked))) {
      use.report(problem);
      whole = false;
    }
  return whole ? template : undefined;
}

/** Names of the templates that come with the program. */
export function builtInTemplates(): string[] {
  return readdirSync(templatesFolder()).sort();
}

/** One of them. */
export function builtInTemplate(name: string): Template {
  const folder = join(templatesFolder(), name);
  const liquid = new Map<string, LiquidSource>();
  const assets = new Map<string, Asset>();
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(join(folder, path));
    const type = ASSET_TYPES[extname(path)];
    if (path.endsWith(".liquid")) liquid.set(path, { file: `${name}/${path}`, text: bytes.toString("utf8") });
    else if (type) assets.set(`/templates/${name}/${path}`, { type, bytes });
  }
  const own = standOnBase({ name, liquid, assets, styles: [`/templates/${name}/style.css`] });
  // For whoever stands on it, which has a `paper.liquid` itself.
  const named = [...liquid].map(([path, source]) => [`${name}/${path}`, source] as const);
  const entry = own.liquid.get(ENTRY) as LiquidSource;
  return { ...own, liquid: new Map([...own.liquid, ...named, [`${name}/${ENTRY}`, entry]]) };
}

function standOnBase(layer: Layer): Template {
  const named = LAYOUT.exec(layer.liquid.get(ENTRY)?.text ?? "")?.[1];
  const base = named !== undefined && builtInTemplates().includes(named) ? named : BASE;
  const below = layer.name === base ? undefined : builtInTemplate(base);
  const assets = new Map([...(below?.assets ?? []), ...layer.assets]);
  const styles = [...(below?.styles ?? []), ...layer.styles];
  return {
    name: layer.name,
    liquid: new Map([...(below?.liquid ?? []), ...layer.liquid]),
    assets,
    styles,
    faces: facesOf(styles.map((url) => Buffer.from(assets.get(url)?.bytes ?? []).toString("utf8")).join("\n")),
  };
}

/** The tag by which a page says what it is laid out with. */
const LAYOUT = /\{%-?\s*layout\s+["']([^"'/]+)\/paper(?:\.liquid)?["']/;

/** The faces that the last of the style sheets to say so sets the text in. */
function facesOf(styles: string): FaceSetName {
  const named = [...styles.matchAll(/--text-face:[^;}]*var\(--(serif|sans)\)/g)].at(-1)?.[1];
  return named === "sans" ? "sans" : "serif";
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
