import type {} from "micromark-extension-math";
import { markdownLineEnding, markdownSpace } from "micromark-util-character";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

const DOLLAR = 36;
const BACKSLASH = 92;

/**
 * Micromark syntax of `$…$` as GitHub and Pandoc read it: the dollars touch the formula on the inside and no digit
 * follows the closing one, so that `$5 and a meal costs $10` stays text. `$$…$$` is left to remark-math.
 */
export const dollarMath: Extension = {
  text: { [DOLLAR]: { name: "mathText", tokenize: tokenizeDollarMath, previous: isFirst } },
};

/** Of several dollars only the first may open; one behind a backslash is text. */
function isFirst(this: TokenizeContext, before: Code): boolean {
  return before !== DOLLAR || this.events.at(-1)?.[1].type === "characterEscape";
}

function tokenizeDollarMath(effects: Effects, ok: State, nok: State): State {
  let touches = false;
  return open;

  function open(code: Code): State | undefined {
    effects.enter("mathText");
    effects.enter("mathTextSequence");
    effects.consume(code);
    effects.exit("mathTextSequence");
    return first;
  }

  function first(code: Code): State | undefined {
    return code === DOLLAR || markdownSpace(code) || markdownLineEnding(code) ? nok(code) : between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) {
      touches = false;
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return between;
    }
    if (code === DOLLAR) return touches ? close(code) : nok(code);
    effects.enter("mathTextData");
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code === DOLLAR || markdownLineEnding(code)) {
      effects.exit("mathTextData");
      return between(code);
    }
    touches = !markdownSpace(code);
    effects.consume(code);
    return code === BACKSLASH ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code);
    effects.consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    effects.enter("mathTextSequence");
    effects.consume(code);
    effects.exit("mathTextSequence");
    effects.exit("mathText");
    return behind;
  }

  function behind(code: Code): State | undefined {
    const digit = code !== null && code >= 48 && code <= 57;
    return digit || code === DOLLAR ? nok(code) : ok(code);
  }
}
