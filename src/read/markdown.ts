import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import type { Report } from "../model/problem.ts";
import type { SourceText } from "../model/source-text.ts";
import { attributeSyntax, attributesFromMarkdown } from "./attribute-syntax.ts";
import { dollarMath } from "./dollar-math.ts";
import { isShallow, isWithinLimits, tooDeep } from "./limits.ts";

/** The format's own syntax, on top of GitHub's. */
function remarkExam(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), dollarMath, attributeSyntax];
  data.fromMarkdownExtensions = [
    // A transform finds more addresses in texts and replaces these by nodes without a place.
    ...(data.fromMarkdownExtensions ?? []).flat().map(({ transforms, ...extension }) => extension),
    attributesFromMarkdown,
  ];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath, { singleDollarTextMath: false })
  .use(remarkDirective)
  .use(remarkExam)
  .freeze();

/**
 * A source as a syntax tree, the format's syntax still unchecked. Any text is Markdown, but one that would take too
 * long or exhaust the stack is reported, and there is no tree.
 */
export function parseMarkdown(source: SourceText, report: Report): Root | undefined {
  if (!isWithinLimits(source, report)) return undefined;
  try {
    const root = processor.parse(source.text);
    visit(root, (node) => {
      // The parser takes a tab behind a directive's name for a part of it.
      if ("name" in node) node.name = node.name.trimEnd();
    });
    return isShallow(root, source, report) ? root : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(tooDeep(source, 0, 0));
    return undefined;
  }
}
