import type { Html, Nodes, PhrasingContent } from "mdast";
import { INLINE_TAGS, type InlineElement, type InlineTag } from "../model/content.ts";
import { placeOf, type Reading } from "./reading.ts";

/** Pairs the HTML tags among the children of one node; comments vanish, anything that is not allowed is reported. */
export function pairInlineHtml(children: readonly PhrasingContent[], reading: Reading): PhrasingContent[] {
  const top: PhrasingContent[] = [];
  const open: { readonly tag: Html; readonly element: InlineElement }[] = [];
  /** Names of opening tags that were reported; their closing tags are none again. */
  const refused: string[] = [];
  const add = (node: PhrasingContent) => (open.at(-1)?.element.children ?? top).push(node);
  for (const node of children) {
    if (node.type !== "html") add(node);
    else if (!isComment(node)) {
      const [, closing = "", name = "", rest = ""] = /^<(\/?)([a-z][^\s/>]*)([\s\S]*)>$/i.exec(node.value) ?? [];
      const tagName = INLINE_TAGS.find((tag) => tag === name && /^\s*\/?$/.test(rest));
      if (closing && refused.includes(name)) refused.splice(refused.lastIndexOf(name), 1);
      else if (!tagName) {
        if (!closing) refused.push(name);
        reportHtml(node, reading);
      } else if (tagName === "br") add(element(node, tagName));
      else if (!closing) open.push({ tag: node, element: element(node, tagName) });
      else if (open.at(-1)?.element.tagName === tagName) add((open.pop() as (typeof open)[number]).element);
      else reportUnpaired(node, `</${tagName}> closes nothing`, reading);
    }
  }
  for (const { tag, element } of open) {
    reportUnpaired(tag, `<${element.tagName}> is never closed`, reading);
    top.push(...element.children);
  }
  return top;
}

function element(node: Html, tagName: InlineTag): InlineElement {
  return { type: "inlineElement", tagName, children: [], ...(node.position && { position: node.position }) };
}

const COMMENT = /\s+|<!--[\s\S]*?-->/y;

/** Whether a node is raw HTML of comments and white space only. */
export function isComment(node: Nodes): boolean {
  if (node.type !== "html") return false;
  let at = 0;
  while (at < node.value.length) {
    COMMENT.lastIndex = at;
    if (!COMMENT.test(node.value)) return false;
    at = COMMENT.lastIndex;
  }
  return true;
}

/** Reports raw HTML that is not allowed, with what to write instead. */
export function reportHtml(node: Html, reading: Reading): void {
  if (node.value.startsWith("<!--")) {
    reading.report({
      severity: "error",
      rule: "raw-html",
      message: "Unexpected end of a comment's text, expected the comment alone: <!-- … -->",
      hint: "Write --> behind the comment, and nothing else on its last line.",
      place: placeOf(node, reading),
    });
    return;
  }
  const tag = /^<[^>\n]{0,30}>?/.exec(node.value)?.[0] ?? node.value.slice(0, 30);
  reading.report({
    severity: "error",
    rule: "raw-html",
    message: `Unexpected HTML ${tag}${tag.endsWith(">") ? "" : " …"}, expected Markdown`,
    hint: `Only <${INLINE_TAGS.join(">, <")}> may stand in a line, without attributes. For a less-than sign write &lt;.`,
    place: placeOf(node, reading),
  });
}

function reportUnpaired(node: Html, message: string, reading: Reading): void {
  reading.report({
    severity: "error",
    rule: "raw-html",
    message,
    hint: "Open and close it inside the same piece of text. For a less-than sign write &lt;.",
    place: placeOf(node, reading),
  });
}
