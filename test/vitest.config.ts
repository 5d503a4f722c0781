import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  // As esbuild does for the bundle: style sheets and Markdown are imported as their text.
  plugins: [
    {
      name: "import-as-text",
      enforce: "pre",
      resolveId: (id, importer) =>
        /\.(css|md)$/.test(id) && importer ? `${new URL(id, `file://${importer}`).pathname}.text` : null,
      load: (id) =>
        /\.(css|md)\.text$/.test(id) ? `export default ${JSON.stringify(readFileSync(id.slice(0, -5), "utf8"))}` : null,
    },
  ],
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: "test/own-cache.ts",
    setupFiles: "test/fixed-seed.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
