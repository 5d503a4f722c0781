import { describe, expect, test } from "vitest";
import { sumsQuiz } from "../../src/check/sums.ts";
import { colorsFor } from "../../src/cli/colors.ts";
import { formatShares } from "../../src/cli/format-shares.ts";
import { letterShares, rightLetters } from "../../src/model/letter-shares.ts";
import type { Version } from "../../src/model/version.ts";
import { examineText } from "./examined.ts";

/** The versions of a quiz with the given right letters in its source. */
function versionsOf(letters: string, more = ""): readonly Version[] {
  return examineText(sumsQuiz(letters).replace("title: Quiz\n", `title: Quiz\n${more}`)).versions;
}

const messages = (letters: string, more = "") =>
  examineText(sumsQuiz(letters).replace("title: Quiz\n", `title: Quiz\n${more}`)).problems.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

describe("the right letters of a version", () => {
  const [version] = versionsOf("abca");

  test("are those of its key, in printed order", () => {
    expect(
      rightLetters(version as Version)
        .map(({ letter }) => letter)
        .join(""),
    ).toBe("abca");
  });

  test("have a share each", () => {
    expect(letterShares(version as Version)).toEqual([
      { letter: "a", count: 2, fair: 1 },
      { letter: "b", count: 1, fair: 1 },
      { letter: "c", count: 1, fair: 1 },
      { letter: "d", count: 0, fair: 1 },
    ]);
  });

  test("of questions with other letters too, and of parts", () => {
    const text = `---\ntitle: T\n---\n## A\n\n- [ ] 1\n- [x] 2\n\n## B\n\n### {#p}\n\n- [ ] 1\n- [ ] 2\n- [ ] 3\n- [x] 4\n\n### {#q}\n\n- [x] True\n- [ ] False\n\n## C\n\n- [x] 1\n- [x] 2\n`;
    const [only] = examineText(text).versions;
    expect(letterShares(only as Version)).toEqual([
      { letter: "a", count: 0, fair: 0.75 },
      { letter: "b", count: 1, fair: 0.75 },
      { letter: "c", count: 0, fair: 0.25 },
      { letter: "d", count: 1, fair: 0.25 },
    ]);
  });
});

describe("a key", () => {
  test.each([
    ["bbbabbc", []],
    ["bbdabbca", []],
    ["bbdbabbc", ["lopsided-key: In version A, b is right 5 times; 2 would be fair"]],
    ["aaa", []],
    ["baaaa", ["letter-run: In version A, a is right in 4 questions running, this the last of them"]],
  ])("%s", (letters, expected) => expect(messages(letters)).toEqual(expected));

  test("is judged version by version, and told once", () => {
    const versions = 200;
    const found = messages("abcdabcd", `versions: ${versions}\n`);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^lopsided-key: In version [A-Z]+ and \d+ more, [abcd] is right [5-8] times/);
    expect(found[1]).toMatch(/^letter-run: In version [A-Z]+ and \d+ more, [abcd] is right in 4 questions running/);
  });
});

describe("the table of shares", () => {
  const plain = colorsFor({ write: () => true }, {});

  test("has a line a version", () => {
    expect(
      formatShares("quiz", versionsOf("abcda", "versions: [A, make-up]\nshuffle: { options: false }\n"), plain),
    ).toMatchInlineSnapshot(`
      "Right letters of quiz (5 single-choice questions) and longest run
                   a    b    c    d  run
        A          2    1    1    1    1
        make-up    2    1    1    1    1
        fair     1.3  1.3  1.3  1.3
      "
    `);
  });

  test("stops after some", () => {
    const lines = formatShares("quiz", versionsOf("abcda", "versions: 30\n"), plain).split("\n");
    expect(lines.slice(-4)).toMatchInlineSnapshot(`
      [
        "  L       5    0    0    0    5",
        "  and 18 more versions",
        "  fair  1.3  1.3  1.3  1.3",
        "",
      ]
    `);
  });

  test("needs questions to compare", () => {
    expect(formatShares("quiz", versionsOf("a"), plain)).toBe("");
    expect(formatShares("quiz", [], plain)).toBe("");
  });
});
