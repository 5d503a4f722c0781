import type { ContainerDirective } from "mdast-util-directive";
import { type Reading, typed } from "../reading.ts";

/** Whether a block ends with a line of at least as many colons as it began with; else it runs on to where its surroundings end. */
export function isClosed(block: ContainerDirective, reading: Reading): boolean {
  const source = typed(block, reading);
  const opening = /^:+/.exec(source)?.[0].length ?? 0;
  const last = /[\r\n][ \t>]*(:+)[ \t]*$/.exec(source.slice(-1000))?.[1]?.length ?? 0;
  return last >= opening;
}
