import type { Child, Result } from "hastscript";
import type { Inline } from "../../model/content.ts";
import { renderInline } from "../inline.ts";
import type { RenderContext } from "../kind.ts";
import type { Matching } from "./read.ts";

/** The two columns side by side; before each number a box for a letter, which the key fills. */
export function renderMatching({ titles, left, right }: Matching, context: RenderContext): Result {
  const { view, words } = context;
  const titled = titles.left.length + titles.right.length > 0;
  const places = new Map(right.map(({ id }, index) => [id, index]));
  const answer = (partner: string) => (view === "key" ? words.optionLetter(places.get(partner) as number) : null);
  const column = (title: readonly Inline[], cells: Child) => (
    <div class="matching-column">
      {titled ? <p class="matching-title">{renderInline(title, context)}</p> : null}
      <ol class="matching-cells">{cells}</ol>
    </div>
  );
  return (
    <div class="matching">
      {column(
        titles.left,
        left.map(({ content, partner }, index) => (
          <li class="matching-cell">
            <span class="matching-box">{answer(partner)}</span>
            <span class="matching-label">{`${index + 1}.`}</span>
            <div class="matching-content">{renderInline(content, context)}</div>
          </li>
        )),
      )}
      {column(
        titles.right,
        right.map(({ content }, index) => (
          <li class="matching-cell">
            <span class="matching-label">{words.optionLabel(index)}</span>
            <div class="matching-content">{renderInline(content, context)}</div>
          </li>
        )),
      )}
    </div>
  );
}
