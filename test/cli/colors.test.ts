import { expect, test } from "vitest";
import { hasColors } from "../../src/cli/colors.ts";

const terminal = { write: () => {}, isTTY: true };
const pipe = { write: () => {} };

test.each([
  ["a terminal", terminal, {}, true],
  ["a pipe", pipe, {}, false],
  ["a dumb terminal", terminal, { TERM: "dumb" }, false],
  ["NO_COLOR", terminal, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR, which counts as none", terminal, { NO_COLOR: "" }, true],
  ["FORCE_COLOR", pipe, { FORCE_COLOR: "1" }, true],
  ["an empty FORCE_COLOR", pipe, { FORCE_COLOR: "" }, true],
  ["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
  ["NO_COLOR against FORCE_COLOR", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
])("colours with %s", (_, output, env, expected) => {
  expect(hasColors(output, env)).toBe(expected);
});
