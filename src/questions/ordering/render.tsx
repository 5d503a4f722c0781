import type { Result } from "hastscript";
import type { RenderContext } from "../kind.ts";
import type { Ordering } from "./read.ts";

/** A lettered list with a box before each item for its place, which the key fills. */
export function renderOrdering({ items }: Ordering, context: RenderContext): Result {
  const key = context.view === "key";
  return (
    <ol class="ordering">
      {items.map(({ rank, content, feedback }, index) => (
        <li class="ordering-item">
          <span class="ordering-box">{key ? String(rank) : null}</span>
          <span class="ordering-letter">{context.words.optionLabel(index)}</span>
          <div class="ordering-content">
            {context.content(content)}
            {key && feedback.length > 0 ? (
              <div class="ordering-feedback key-only">{context.content(feedback)}</div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
