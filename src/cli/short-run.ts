import { setFlagsFromString } from "node:v8";

/**
 * Has V8 run code as suits a command that is done in a second, on processors that a browser needs too: what optimised code
 * gains comes later than what its making costs. Measured in docs/performance.md.
 */
export function expectShortRun(): void {
  // Node 20 optimises a function at a tenth of what later ones wait for, which have no such flag.
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString("--interrupt-budget=500000");
  // Compiled at once, not interpreted first.
  setFlagsFromString("--no-regexp-tier-up");
}
