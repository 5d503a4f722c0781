import { describe, expect, test } from "vitest";
import { createProgressBar } from "../../src/cli/progress.ts";
import { fakeIo, type Surroundings } from "./fake-io.ts";

/** What a terminal shows after each of the given moments: seconds, and papers done of 400. */
function shown(moments: readonly (readonly [seconds: number, done: number])[], surroundings: Surroundings = {}) {
  let time = 5000;
  const io = fakeIo({ isTTY: true, columns: 100, env: { NO_COLOR: "1" }, ...surroundings });
  const bar = createProgressBar("quiz5", io, () => time);
  const lines = moments.map(([seconds, done]) => {
    time = 5000 + 1000 * seconds;
    bar.update({ done, total: 400 });
    return io.stderr.text().split("\r\u001b[K").at(-1);
  });
  bar.clear();
  return { lines, written: io.stderr.text() };
}

describe("a bar", () => {
  test("tells papers, pace and time left, and goes away", () => {
    const { lines, written } = shown([
      [0, 0],
      [1, 0],
      [3, 25],
      [4, 50],
      [6, 100],
      [10, 399],
      [10.2, 400],
    ]);
    expect(lines).toEqual([
      "",
      "quiz5 ░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 400 papers",
      "quiz5 █▌░░░░░░░░░░░░░░░░░░░░░░ 25 of 400 papers",
      "quiz5 ███░░░░░░░░░░░░░░░░░░░░░ 50 of 400 papers · 25.0/s · 14 s left",
      "quiz5 ██████░░░░░░░░░░░░░░░░░░ 100 of 400 papers · 25.0/s · 12 s left",
      "quiz5 ████████████████████████ 399 of 400 papers · 53.4/s · 1 s left",
      "quiz5 ████████████████████████ 400 of 400 papers · 52.1/s · 0 s left",
    ]);
    expect(written.endsWith("\r\u001b[K")).toBe(true);
  });

  test("tells long times in minutes and hours", () => {
    const { lines } = shown([
      [0, 1],
      [2, 2],
      [100, 10],
      [100, 11],
    ]);
    expect(lines.slice(1)).toEqual([
      "quiz5 ▏░░░░░░░░░░░░░░░░░░░░░░░ 2 of 400 papers · 0.5/s · 13 min 16 s left",
      "quiz5 ▋░░░░░░░░░░░░░░░░░░░░░░░ 10 of 400 papers · 0.1/s · 1 h 12 min left",
      // Too soon after the last.
      "quiz5 ▋░░░░░░░░░░░░░░░░░░░░░░░ 10 of 400 papers · 0.1/s · 1 h 12 min left",
    ]);
  });

  test("is left out where the terminal is narrow, and never wraps", () => {
    const at = (columns: number) =>
      shown(
        [
          [0, 0],
          [1, 25],
          [2, 50],
        ],
        { columns },
      ).lines[2];
    expect(at(40)).toBe("50 of 400 papers · 25.0/s · 14 s left");
    expect(at(20)).toBe("50 of 400 papers · ");
  });
});

test.each([
  [
    "a short build",
    [
      [0, 0],
      [0.3, 200],
      [0.6, 400],
    ] as const,
    {},
  ],
  [
    "a pipe",
    [
      [0, 0],
      [9, 200],
    ] as const,
    { isTTY: false },
  ],
  [
    "a dumb terminal",
    [
      [0, 0],
      [9, 200],
    ] as const,
    { env: { TERM: "dumb" } },
  ],
])("%s has none", (_, moments, surroundings) => {
  expect(shown(moments, surroundings).written).toBe("");
});

test("colours are the terminal's", () => {
  expect(
    shown(
      [
        [0, 0],
        [1, 25],
        [2, 50],
      ],
      { env: {} },
    ).written,
  ).toContain("\u001b[32m███");
});
