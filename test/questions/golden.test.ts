import { readdirSync } from "node:fs";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { orderOf } from "../../src/arrange/order.ts";
import type { Item } from "../../src/model/exam.ts";
import { kindOf } from "../../src/questions/index.ts";
import { printed } from "./paper.ts";
import { exampleItems, QUESTIONS } from "./written.ts";

const FOLDERS = readdirSync(QUESTIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(FOLDERS)("$name looks as in golden/$name.html", async ({ name }) => {
  const html = [
    "<!doctype html>",
    `<meta charset="utf-8"><title>${name}</title>`,
    `<link rel="stylesheet" href="../../../src/questions/${name}/style.css">`,
    ...exampleItems(name).map(question),
  ];
  await expect(`${html.join("\n")}\n`).toMatchFileSnapshot(`golden/${name}.html`);
});

/** A question's answer on paper, and on the key beneath it. */
function question(item: Item): string {
  const order = orderOf({ seed: "golden", version: 0, item: [item.id], shuffle: true });
  const body = kindOf(item.kind).arrange(item.body, order);
  const shown = (["student", "key"] as const).map((view) => {
    // A line an element, so that a change shows as lines.
    const html = toHtml(printed(item, body, view, "es")).replaceAll(/<(div|li|p|ol)\b/g, "\n<$1");
    return `<h3>${view}</h3>${html}`;
  });
  return [`<h2>${item.id}</h2>`, ...shown].join("\n");
}
