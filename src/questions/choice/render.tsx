import type { Result } from "hastscript";
import type { RenderContext } from "../kind.ts";
import type { Choice } from "./options.ts";

/** Options as a lettered list. On the key the right ones carry a filled mark, a heavier letter and their feedback. */
export function renderOptions(choice: Choice, context: RenderContext, mark: "round" | "square"): Result {
  const key = context.view === "key";
  return (
    <ol class={`choice choice-${mark}`} data-options="" data-columns={context.columns}>
      {choice.options.map((option, index) => (
        <li class={key && option.correct ? "choice-option choice-right" : "choice-option"}>
          {key && option.correct ? (
            <span class="choice-mark" role="img" aria-label="✓" />
          ) : (
            <span class="choice-mark" />
          )}
          <span class="choice-letter">{context.words.optionLabel(index)}</span>
          <div class="choice-content">
            {context.content(option.content)}
            {key && option.feedback.length > 0 ? (
              <div class="choice-feedback key-only">{context.content(option.feedback)}</div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
