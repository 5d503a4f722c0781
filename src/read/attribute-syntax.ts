import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import { markdownLineEnding } from "micromark-util-character";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Node } from "unist";

/** Braces in a line that look like attributes, as the parser found them; reading decides whether they may stand there. */
export interface AttributesNode extends Node {
  type: "attributes";
  /** As written, braces included. */
  value: string;
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    attributes: "attributes";
  }
}
declare module "mdast" {
  interface PhrasingContentMap {
    attributes: AttributesNode;
  }
  interface RootContentMap {
    attributes: AttributesNode;
  }
}

const OPEN = 123;
const CLOSE = 125;
const EQUALS = 61;
const HASH = 35;
const DOT = 46;

/**
 * Micromark syntax of `{#id .class key=value flag}` inside a line. What begins otherwise (`{2}`, `{1, 2}`, `{a, b}`, `{}`)
 * is no attribute and stays text; a brace behind a backslash never gets here.
 */
export const attributeSyntax: Extension = { text: { [OPEN]: { name: "attributes", tokenize: tokenizeAttributes } } };

/** Makes mdast nodes of them. */
export const attributesFromMarkdown: FromMarkdownExtension = {
  enter: {
    attributes(token) {
      this.enter({ type: "attributes", value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    attributes(token) {
      this.exit(token);
    },
  },
};

function tokenizeAttributes(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let quote: Code = null;
  return open;

  function open(code: Code): State | undefined {
    effects.enter("attributes");
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code);
      return first;
    }
    if (code === HASH || code === DOT) {
      effects.consume(code);
      return name;
    }
    return isWord(code) && !isDigit(code) ? word(code) : nok(code);
  }

  function name(code: Code): State | undefined {
    return isWord(code) ? inside(code) : nok(code);
  }

  function word(code: Code): State | undefined {
    if (isWord(code)) {
      effects.consume(code);
      return word;
    }
    return code === EQUALS || code === CLOSE || isSpace(code) ? inside(code) : nok(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || (code === OPEN && quote === null)) return nok(code);
    effects.consume(code);
    if (code === CLOSE && quote === null) {
      effects.exit("attributes");
      return ok;
    }
    if (code === quote) quote = null;
    else if (quote === null && (code === 34 || code === 39)) quote = code;
    return inside;
  }
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isSpace(code: Code): boolean {
  return code === 32 || code === -1 || code === -2;
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{M}\p{N}_\-\ud800-\udfff]/u.test(String.fromCharCode(code));
}
