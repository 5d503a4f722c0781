import type { Result } from "hastscript";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import type { Attributes } from "../model/attributes.ts";
import type { Inline } from "../model/content.ts";
import { renderInline } from "./inline.ts";
import type { AnswerSource, RenderContext } from "./kind.ts";
import { repetitions } from "./repetitions.ts";

/** An answer in words, as `::short` and `:blank` take it. */
export interface TextAnswer {
  /** The label, as the key prints it. */
  readonly content: readonly Inline[];
  /** Every text that is right, the label's own first: plain and distinct, a formula as its TeX. */
  readonly accepted: readonly string[];
}

/**
 * The answer in a directive's label, with what its `accept` adds; texts there are separated by `|`, which inside a
 * table is written `\|`. Reports empty and repeated texts; a label without text is the caller's to report (`hasNoAnswer`).
 */
export function readTextAnswer(
  directive: LeafDirective | TextDirective,
  attributes: Attributes | undefined,
  source: AnswerSource,
): TextAnswer {
  const [first] = directive.children;
  if (directive.children.some((child) => child.type === "text" && child.value.includes("|"))) {
    source.report({
      severity: "error",
      rule: "answer-with-bar",
      message: "Unexpected | in an answer, expected one text",
      hint: 'Further texts that are right go into accept="one|other"; a | in a formula or in code may stay.',
      place: source.place(first ?? directive),
    });
  }
  const label = tidy(textOf(directive.children));
  const accept = attributes?.entries.find((entry) => entry.name === "accept");
  const more = accept?.value ? accept.value.split(/\\?\|/).map(tidy) : [];
  const fault = (rule: string, message: string, hint: string) =>
    source.report({ severity: "error", rule, message, hint, place: accept?.place ?? source.place(directive) });
  if (more.includes(""))
    fault("empty-answer", "Unexpected empty text in accept, expected one between any two |", "Delete the | too many.");
  const given = label === "" ? more : [label, ...more];
  for (const { again } of repetitions(given, (text) => text.normalize())) {
    if (again !== "")
      fault("duplicate-answer", `Unexpected second "${again}" among the accepted answers`, "Delete it.");
  }
  return { content: directive.children, accepted: [...new Set(given)].filter(Boolean) };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a directive's brackets hold nothing, or are not there. */
export function hasNoAnswer(directive: LeafDirective | TextDirective): boolean {
  return textOf(directive.children).trim() === "";
}

/** An answer as the key prints it: the label, then whatever else is right behind bars. */
export function renderTextAnswer({ content, accepted }: TextAnswer, context: RenderContext): Result {
  const [, ...others] = accepted;
  return (
    <span class="key-only">
      {renderInline(content, context)}
      {others.map((text) => ` | ${text}`).join("")}
    </span>
  );
}
