import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { attributeSyntax, attributesFromMarkdown } from "./attribute-syntax.ts";
import { dollarMath } from "./dollar-math.ts";

/** The format's own syntax, on top of GitHub's. */
function remarkExam(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), dollarMath, attributeSyntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), attributesFromMarkdown];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath, { singleDollarTextMath: false })
  .use(remarkDirective)
  .use(remarkExam)
  .freeze();

/** Markdown text as a syntax tree, the format's syntax still unchecked. Never throws: any text is Markdown. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
