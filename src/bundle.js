// Bundles src/ into dist/, or into the folder named. `exam.js` is the command line, and `work.cjs` all that commands do when
// they are run: it is large, so V8 keeps what it makes of it (src/compiled.ts). `index.js` is the library, which is in `work.cjs`
// too. What the preview shows in a browser lies in `preview/`.
import { createHash } from "node:crypto";
import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const outdir = resolve(root, process.argv[2] ?? "dist");

/** Whatever of the program changes, what it printed before may be other than what it would print now. */
async function hashOfProgram() {
  const hash = createHash("sha256");
  const entries = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const file of [...sources, join(root, "package-lock.json")].sort()) hash.update(await readFile(file));
  return hash.digest("hex");
}

/** Puppeteer's log, which it calls for each message, and what it imports for other ways to a browser than a pipe. */
function withoutDeadEnds() {
  return {
    name: "dead ends of Puppeteer",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^debug$|^\.\.\/(bidi|node)\// }, ({ importer, path }) =>
        importer.includes("puppeteer-core") ? { path, namespace: "nothing" } : undefined,
      );
      onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = () => () => {};" }));
    },
  };
}

const program = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  platform: "node",
  target: "node20.19",
  // Half the text to parse at every start; names stay, for the sake of stack traces.
  minifySyntax: true,
  minifyWhitespace: true,
  define: { PROGRAM: JSON.stringify(await hashOfProgram()) },
  loader: { ".css": "text", ".md": "text" },
  // They bring files of their own, which they look for beside themselves.
  external: ["@puppeteer/browsers", "@sparticuz/chromium"],
  // Puppeteer without what downloads and starts browsers: ours is started before it is loaded.
  alias: { "puppeteer-core": "puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js" },
  plugins: [withoutDeadEnds()],
  logLevel: "warning",
};
const commandLine = {
  ...program,
  entryPoints: { exam: "src/cli/bin.ts" },
  format: "esm",
  splitting: true,
  // Dependencies written as CommonJS call `require` for Node's own modules, which modules have only if they make it.
  banner: {
    js: `import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);`,
  },
};

/** What the library and the command line have of the rest, by path from the root: names of its exports. */
async function exportsOfWork() {
  const { metafile } = await build({
    ...commandLine,
    entryPoints: [...Object.values(commandLine.entryPoints), "src/index.ts"],
    write: false,
    metafile: true,
  });
  const wanted = new Set(["src/index.ts"]);
  for (const [path, { imports }] of Object.entries(metafile.inputs))
    if (path.startsWith("src/cli/"))
      for (const { kind, path } of imports) if (kind === "dynamic-import") wanted.add(path);
  const entries = Object.values(metafile.outputs).filter(({ entryPoint }) => wanted.has(entryPoint));
  return new Map(entries.map((entry) => [entry.entryPoint, entry.exports]));
}

/** A module that has the exports of one in `work.cjs`. `work` is an expression. */
const fromWork = (path, names, work) =>
  `export const { ${names.join(", ")} } = (${work})[${JSON.stringify(path)}]();\n`;

await rm(outdir, { recursive: true, force: true });
const work = await exportsOfWork();
await build({
  ...program,
  stdin: {
    contents: `module.exports = { ${[...work.keys()].map((path) => `${JSON.stringify(path)}: () => require("./${path}")`)} };`,
    resolveDir: root,
    sourcefile: "work.cjs",
  },
  entryNames: "work",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  // The script is compiled by hand, and such a one cannot import.
  supported: { "dynamic-import": false },
  define: { ...program.define, "import.meta.url": "urlOfBundle", "import.meta.dirname": "__dirname" },
  banner: { js: `const urlOfBundle = require("node:url").pathToFileURL(__filename).href;` },
});
await build({
  ...commandLine,
  plugins: [
    ...program.plugins,
    {
      name: "what commands do is in work.cjs",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\.\/.*\.ts$/ }, ({ kind, resolveDir, path: written }) => {
          const path = relative(root, join(resolveDir, written)).replaceAll("\\", "/");
          return kind === "dynamic-import" && work.has(path) ? { path, namespace: "work" } : undefined;
        });
        onLoad({ filter: /.*/, namespace: "work" }, ({ path }) => ({
          contents: `import { loadCompiled } from "./src/compiled.ts";
            ${fromWork(path, work.get(path), `await loadCompiled(new URL("work.cjs", import.meta.url))`)}`,
          resolveDir: root,
        }));
      },
    },
  ],
});
await writeFile(
  join(outdir, "index.js"),
  `import work from "./work.cjs";\n${fromWork("src/index.ts", work.get("src/index.ts"), "work")}`,
);
await build({
  absWorkingDir: root,
  entryPoints: { page: "src/preview/client/page.ts" },
  outdir: join(outdir, "preview"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: ["chrome110", "firefox115", "safari16.4"],
  minify: true,
  plugins: [
    {
      name: "pdf.js is served beside the page",
      setup: ({ onResolve }) => onResolve({ filter: /^pdfjs-dist$/ }, () => ({ path: "./pdf.mjs", external: true })),
    },
  ],
  logLevel: "warning",
});
await build({
  absWorkingDir: root,
  entryPoints: {
    page: "src/preview/client/page.html",
    style: "src/preview/client/style.css",
    pdf: "pdfjs-dist/build/pdf.min.mjs",
    "pdf.worker": "pdfjs-dist/build/pdf.worker.min.mjs",
  },
  outdir: join(outdir, "preview"),
  bundle: true,
  minify: true,
  external: ["*.woff2"],
  loader: { ".html": "copy", ".mjs": "copy" },
  logLevel: "warning",
});
await chmod(join(outdir, "exam.js"), 0o755);
