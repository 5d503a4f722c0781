import pc from "picocolors";
import type { Io, Output } from "./io.ts";

/** Paints text for a terminal, or leaves it alone. */
export type Colors = ReturnType<typeof pc.createColors>;

/**
 * Whether text to an output is coloured: never with `NO_COLOR` (https://no-color.org), always with `FORCE_COLOR`
 * (but for `0` and `false`), else on a terminal that is not dumb.
 */
export function hasColors(output: Output, env: Io["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !["0", "false"].includes(env.FORCE_COLOR);
  return output.isTTY === true && env.TERM !== "dumb";
}

/** The colours of an output. */
export function colorsFor(output: Output, env: Io["env"]): Colors {
  return pc.createColors(hasColors(output, env));
}
