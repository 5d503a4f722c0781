import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  // As esbuild does for the bundle: a style sheet is imported as its text.
  plugins: [
    {
      name: "css-as-text",
      enforce: "pre",
      resolveId: (id, importer) =>
        id.endsWith(".css") && importer ? `${new URL(id, `file://${importer}`).pathname}.text` : null,
      load: (id) =>
        id.endsWith(".css.text") ? `export default ${JSON.stringify(readFileSync(id.slice(0, -5), "utf8"))}` : null,
    },
  ],
  test: { include: ["test/**/*.test.{ts,tsx}"], testTimeout: 60_000, hookTimeout: 60_000 },
});
