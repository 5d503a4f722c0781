// Bundles src/ into dist/, or into the folder named: `exam.js`, the command, and `index.js`, the library. Few files to
// load mean a fast start; what a command does not use lies in files of its own, loaded when needed. What the preview shows
// in a browser lies in `preview/`.
import { createHash } from "node:crypto";
import { chmod, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
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

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { exam: "src/cli/bin.ts", index: "src/index.ts" },
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // Half the text to parse at every start; names stay, for the sake of stack traces.
  minifySyntax: true,
  minifyWhitespace: true,
  define: { PROGRAM: JSON.stringify(await hashOfProgram()) },
  loader: { ".css": "text", ".md": "text" },
  // They bring files of their own, which they look for beside themselves.
  external: ["puppeteer-core", "@puppeteer/browsers", "@sparticuz/chromium"],
  // Dependencies written as CommonJS call `require` for Node's own modules, which modules have only if they make it.
  banner: {
    js: `import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);`,
  },
  logLevel: "warning",
});
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
