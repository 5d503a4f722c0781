import { z } from "zod";
import { settingsSchemaFor } from "../src/read/settings-schema.ts";

/** What is used of a JSON schema here. */
interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON schema of the front matter, for editors: made from the very schema that reads it. */
export function frontMatterSchema(): JsonSchema {
  const written = jsonSchema("input");
  // A default is a value understood; here each is written as it is understood.
  const understood = jsonSchema("output");
  const properties = Object.entries(written.properties ?? {}).map(([key, property]) => {
    const usual = understood.properties?.[key]?.default;
    return [key, usual === undefined ? property : { ...property, default: usual }];
  });
  return {
    ...written,
    title: "Front matter of an exam",
    description: "The YAML between the two lines `---` at the beginning of an exam.",
    properties: Object.fromEntries(properties),
  };
}

function jsonSchema(io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(settingsSchemaFor(), { io, target: "draft-7", unrepresentable: "any" }) as JsonSchema;
}

/** The manual's page on the front matter. */
export function frontMatterPage(): string {
  const { properties = {}, required = [] } = frontMatterSchema();
  const rows = Object.entries(properties).map(([key, { title = "", description = "", default: usual }]) => {
    const behind = required.includes(key) ? "**Required.**" : usual === undefined ? "" : `Default: \`${usual}\`.`;
    return `| \`${key}\` | ${cell(title)} | ${cell([description, behind].filter(Boolean).join(" "))} |`;
  });
  return `<!-- Written by \`npm run docs\` from the schema of the front matter; edits are lost. -->

# Front matter

An exam begins with a few lines between \`---\` and \`---\`, in [YAML](https://yaml.org): a key, a colon, a value.
Only \`title\` has to be there. Behind \`#\` stand remarks. A value that holds \`: \` or \` #\`, or begins with a special
character, stands in quotes.

\`\`\`yaml
title: "Midterm: waves and optics"
course: Physics II
date: 2025-05-20
duration: 1 h 30 min
lang: en-GB
points: { single: 1.5, open: 5, total: 20 }   # the total is checked
versions: 4
\`\`\`

An unknown key is an error that names the nearest known one; every wrong value is told at its own line.

| key | value | meaning |
| --- | --- | --- |
${rows.join("\n")}

The command line's \`--versions\`, \`--seed\`, \`--paper\` and \`--template\` win over the front matter. For editors there is
[a JSON schema](front-matter.schema.json): see [editors](editors.md).
`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
