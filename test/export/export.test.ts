import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/arrange/arrange.ts";
import { EXPORTS, exportFiles } from "../../src/export/index.ts";
import type { Exam } from "../../src/model/exam.ts";
import { printedQuestions } from "../../src/model/version.ts";
import { choice, exam, exams, part, question, section, single } from "../arrange/exams.ts";
import { built, withAnswers } from "./built.ts";

/** A small exam with a bonus question and one in parts. */
const quiz = exam(
  [
    section([
      { ...single("backbone", ["vit", "swin", "any"], "swin"), points: 1.5 },
      question("signs", "multiple", choice(["plus", "minus", "none"], "plus", "minus"), { bonus: true }),
    ]),
    section([
      question("proof", "parts", undefined, {
        points: 2,
        parts: [part("claim", "open", { ownSpace: true }), part("verdict", "single", choice(["yes", "no"], "no"))],
      }),
    ]),
  ],
  { title: "Quiz N°5", course: "Deep Learning", lang: "es", seed: "quiz5", versions: ["A", "B"] },
);

function textOf(name: string, source: ReturnType<typeof built>): string {
  const file = exportFiles(source).find(({ path }) => path === name);
  if (!file) throw new Error(`${name} is not exported`);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
}

test("every format in the folder is in the list, the manifest last", async () => {
  const folder = new URL("../../src/export/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const modules: object[] = await Promise.all(files.map((name) => import(new URL(name, folder).pathname)));
  const formats = modules.flatMap((module) => Object.values(module)).filter((value) => value?.file && value?.text);
  expect(new Set(formats)).toEqual(new Set(EXPORTS));
  expect(exportFiles(built(quiz)).at(-1)?.path).toBe("manifest.json");
});

describe("keys.csv", () => {
  test("has a line for each question and each part", () => {
    expect(textOf("keys.csv", built(quiz))).toMatchInlineSnapshot(`
      "version,number,part,id,kind,points,answer
      A,1,,backbone,single,1.5,c
      A,2,,signs,multiple,1,b;c
      A,3,a,proof.claim,open,1,
      A,3,b,proof.verdict,single,1,a
      B,1,,backbone,single,1.5,a
      B,2,,signs,multiple,1,a;c
      B,3,a,proof.claim,open,1,
      B,3,b,proof.verdict,single,1,b
      "
    `);
  });

  test("adds up to the points of a paper", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const paper = worthItsParts(source);
        for (const label of paper.settings.versions) {
          const lines = table(textOf("keys.csv", built(paper))).filter(([version]) => version === label);
          const points = paper.sections.flatMap(({ questions }) => questions.map((one) => one.points));
          expect(lines.reduce((sum, line) => sum + Number(line[5]), 0)).toBe(points.reduce((a, b) => a + b, 0));
        }
      }),
    );
  });

  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[\s'"=+\-@;,|＝0-9ea.]{0,8}$/),
    fc.constantFrom(
      "-9.81",
      "=1+1",
      "@SUM(A1)",
      "'tis",
      "1-c;2-a",
      " =1",
      "\t=1",
      "a\r\nb",
      "+5",
      "-x",
      '=" ,"',
      "＝1",
    ),
  );

  test("gives every text back, less an apostrophe at its start", () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), (answers) => {
        const questions = answers.map((_, index) => question(`q${index}`, "open", {}));
        const source = withAnswers(built(exam([section(questions)])), answers);
        const rows = table(textOf("keys.csv", source)).slice(1);
        expect(rows.map((row) => row.length)).toEqual(answers.map(() => 7));
        expect(rows.map((row) => row[6]?.replace(/^'/, ""))).toEqual(answers);
      }),
    );
  });

  test("holds nothing a spreadsheet would compute", () => {
    fc.assert(
      fc.property(texts, (answer) => {
        const source = withAnswers(built(exam([section([question("q", "open", {})])])), [answer]);
        const cell = table(textOf("keys.csv", source))[1]?.[6] as string;
        const computed = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);
        expect(computed && !Number.isFinite(Number(cell))).toBe(false);
      }),
    );
  });

  test.each([
    ["-9.81", "-9.81"],
    ["+1e-3", "+1e-3"],
    ["=1+1", "'=1+1"],
    ["-x", "'-x"],
    ["@a", "'@a"],
    ["'tis", "''tis"],
    ['say "no", or', '"say ""no"", or"'],
    ["a;c", "a;c"],
  ])("writes %s as %s", (answer, cell) => {
    const source = withAnswers(built(exam([section([question("q", "open", {})])])), [answer]);
    expect(textOf("keys.csv", source).split("\n")[1]).toBe(`A,1,,q,open,1,${cell}`);
  });
});

describe("manifest.json", () => {
  test("tells what was built", () => {
    expect(textOf("manifest.json", built(quiz))).toMatchInlineSnapshot(`
      "{
        "format": 1,
        "exam": {
          "name": "quiz",
          "title": "Quiz N°5",
          "course": "Deep Learning",
          "lang": "es",
          "source": "exams/quiz.md",
          "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
          "points": 3.5
        },
        "seed": "quiz5",
        "generator": {
          "name": "exams-as-code",
          "version": "0.1.0",
          "browser": "Chrome/147"
        },
        "versions": [
          {
            "label": "A",
            "student": {
              "file": "quiz-A.pdf",
              "title": "Test · A",
              "pages": 3,
              "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            },
            "key": {
              "file": "quiz-A-key.pdf",
              "title": "Test · A",
              "pages": 3,
              "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
            },
            "questions": [
              {
                "number": 1,
                "id": "backbone",
                "kind": "single",
                "points": 1.5,
                "page": 1,
                "options": [
                  {
                    "letter": "a",
                    "id": "any",
                    "correct": false
                  },
                  {
                    "letter": "b",
                    "id": "vit",
                    "correct": false
                  },
                  {
                    "letter": "c",
                    "id": "swin",
                    "correct": true
                  }
                ],
                "answer": "c"
              },
              {
                "number": 2,
                "id": "signs",
                "kind": "multiple",
                "points": 1,
                "bonus": true,
                "page": 2,
                "options": [
                  {
                    "letter": "a",
                    "id": "none",
                    "correct": false
                  },
                  {
                    "letter": "b",
                    "id": "plus",
                    "correct": true
                  },
                  {
                    "letter": "c",
                    "id": "minus",
                    "correct": true
                  }
                ],
                "answer": "b;c"
              },
              {
                "number": 3,
                "id": "proof",
                "kind": "parts",
                "points": 2,
                "page": 3,
                "parts": [
                  {
                    "part": "a",
                    "id": "claim",
                    "kind": "open",
                    "points": 1,
                    "answer": ""
                  },
                  {
                    "part": "b",
                    "id": "verdict",
                    "kind": "single",
                    "points": 1,
                    "options": [
                      {
                        "letter": "a",
                        "id": "no",
                        "correct": true
                      },
                      {
                        "letter": "b",
                        "id": "yes",
                        "correct": false
                      }
                    ],
                    "answer": "a"
                  }
                ]
              }
            ],
            "proof": {
              "references": {},
              "keyPages": [
                1,
                2,
                3
              ],
              "printed": {}
            }
          },
          {
            "label": "B",
            "student": {
              "file": "quiz-B.pdf",
              "title": "Test · B",
              "pages": 3,
              "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            },
            "key": {
              "file": "quiz-B-key.pdf",
              "title": "Test · B",
              "pages": 3,
              "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
            },
            "questions": [
              {
                "number": 1,
                "id": "backbone",
                "kind": "single",
                "points": 1.5,
                "page": 1,
                "options": [
                  {
                    "letter": "a",
                    "id": "swin",
                    "correct": true
                  },
                  {
                    "letter": "b",
                    "id": "any",
                    "correct": false
                  },
                  {
                    "letter": "c",
                    "id": "vit",
                    "correct": false
                  }
                ],
                "answer": "a"
              },
              {
                "number": 2,
                "id": "signs",
                "kind": "multiple",
                "points": 1,
                "bonus": true,
                "page": 2,
                "options": [
                  {
                    "letter": "a",
                    "id": "minus",
                    "correct": true
                  },
                  {
                    "letter": "b",
                    "id": "none",
                    "correct": false
                  },
                  {
                    "letter": "c",
                    "id": "plus",
                    "correct": true
                  }
                ],
                "answer": "a;c"
              },
              {
                "number": 3,
                "id": "proof",
                "kind": "parts",
                "points": 2,
                "page": 3,
                "parts": [
                  {
                    "part": "a",
                    "id": "claim",
                    "kind": "open",
                    "points": 1,
                    "answer": ""
                  },
                  {
                    "part": "b",
                    "id": "verdict",
                    "kind": "single",
                    "points": 1,
                    "options": [
                      {
                        "letter": "a",
                        "id": "yes",
                        "correct": false
                      },
                      {
                        "letter": "b",
                        "id": "no",
                        "correct": true
                      }
                    ],
                    "answer": "b"
                  }
                ]
              }
            ],
            "proof": {
              "references": {},
              "keyPages": [
                1,
                2,
                3
              ],
              "printed": {}
            }
          }
        ],
        "keys": {
          "file": "keys.csv",
          "sha256": "4dacf894c08515eb232d5ea44eb29dcf3d09c7049e72acae8f226f913f31b082"
        },
        "proof": {
          "lang": "es",
          "author": "",
          "header": [
            "Quiz N°5",
            "Deep Learning",
            "name"
          ],
          "bonus": "Bonificación",
          "letters": {
            "choices": [
              "a",
              "b",
              "c",
              "d",
              "e",
              "f",
              "g",
              "h",
              "i",
              "j",
              "k",
              "l",
              "m",
              "n",
              "o",
              "p",
              "q",
              "r",
              "s",
              "t",
              "u",
              "v",
              "w",
              "x",
              "y",
              "z"
            ],
            "parts": [
              "a",
              "b",
              "c",
              "d",
              "e",
              "f",
              "g",
              "h",
              "i",
              "j",
              "k",
              "l",
              "m",
              "n",
              "o",
              "p",
              "q",
              "r",
              "s",
              "t",
              "u",
              "v",
              "w",
              "x",
              "y",
              "z"
            ]
          },
          "instructions": {
            "runs": []
          },
          "opening": {
            "runs": []
          },
          "sections": [
            {
              "title": {
                "runs": []
              },
              "text": {
                "runs": []
              },
              "secrets": [],
              "questions": [
                {
                  "id": "backbone",
                  "title": {
                    "runs": []
                  },
                  "stem": {
                    "runs": [
                      "What is backbone?"
                    ]
                  },
                  "after": {
                    "runs": []
                  },
                  "secrets": [],
                  "parts": [],
                  "choices": [
                    {
                      "id": "vit",
                      "runs": [
                        "Option vit"
                      ]
                    },
                    {
                      "id": "swin",
                      "runs": [
                        "Option swin"
                      ]
                    },
                    {
                      "id": "any",
                      "runs": [
                        "Option any"
                      ]
                    }
                  ]
                },
                {
                  "id": "signs",
                  "title": {
                    "runs": []
                  },
                  "stem": {
                    "runs": [
                      "What is signs?"
                    ]
                  },
                  "after": {
                    "runs": []
                  },
                  "secrets": [],
                  "parts": [],
                  "choices": [
                    {
                      "id": "plus",
                      "runs": [
                        "Option plus"
                      ]
                    },
                    {
                      "id": "minus",
                      "runs": [
                        "Option minus"
                      ]
                    },
                    {
                      "id": "none",
                      "runs": [
                        "Option none"
                      ]
                    }
                  ]
                }
              ]
            },
            {
              "title": {
                "runs": []
              },
              "text": {
                "runs": []
              },
              "secrets": [],
              "questions": [
                {
                  "id": "proof",
                  "title": {
                    "runs": []
                  },
                  "stem": {
                    "runs": [
                      "What is proof?"
                    ]
                  },
                  "after": {
                    "runs": []
                  },
                  "secrets": [],
                  "parts": [
                    {
                      "id": "claim",
                      "title": {
                        "runs": []
                      },
                      "stem": {
                        "runs": [
                          "What is claim?"
                        ]
                      },
                      "after": {
                        "runs": []
                      },
                      "choices": []
                    },
                    {
                      "id": "verdict",
                      "title": {
                        "runs": []
                      },
                      "stem": {
                        "runs": [
                          "What is verdict?"
                        ]
                      },
                      "after": {
                        "runs": []
                      },
                      "choices": [
                        {
                          "id": "yes",
                          "runs": [
                            "Option yes"
                          ]
                        },
                        {
                          "id": "no",
                          "runs": [
                            "Option no"
                          ]
                        }
                      ]
                    }
                  ],
                  "choices": []
                }
              ]
            }
          ]
        }
      }
      "
    `);
  });

  test("names the included files, and of each version what it picked", () => {
    const questions = ["a", "b", "c"].map((id) => single(id, ["x", "y"]));
    const { place } = section([]);
    const pool = { place, pick: 1, perVersion: true, questionIds: ["a", "b", "c"], level: 0 };
    const banks = [{ source: "bank/x.md", sha256: "c".repeat(64) }];
    const source = { ...exam([section(questions, { pools: [pool] })]), banks };
    const { exam: told, versions } = JSON.parse(textOf("manifest.json", built(source)));
    expect(told).toMatchObject({ banks, points: 1 });
    expect(versions).toMatchObject(
      arrange(source).map((version) => ({
        label: version.label,
        questions: printedQuestions(version).map(({ question }) => ({ number: 1, id: question.id, page: 1 })),
      })),
    );
  });

  test("names no key where none was made", () => {
    const { versions } = JSON.parse(textOf("manifest.json", built(quiz, false)));
    expect(versions.map((version: object) => "key" in version)).toEqual([false, false]);
  });

  test("is the same each time, whatever the exam", () => {
    fc.assert(
      fc.property(exams, (source) => {
        const text = textOf("manifest.json", built(source));
        expect(textOf("manifest.json", built(structuredClone(source)))).toBe(text);
        expect(`${JSON.stringify(JSON.parse(text), null, 2)}\n`).toBe(text);
      }),
    );
  });

  test("refuses a paper with a question on no page", () => {
    const source = built(quiz);
    const versions = source.versions.map((each) => ({ ...each, student: { ...each.student, itemPages: [1, 2] } }));
    expect(() => exportFiles({ ...source, versions })).toThrow("No page of quiz-A.pdf is known to hold question 3");
  });
});

/** The exam with each question in parts worth their sum, as reading sees to. */
function worthItsParts(source: Exam): Exam {
  const sections = source.sections.map((one) => ({
    ...one,
    questions: one.questions.map((each) => (each.kind === "parts" ? { ...each, points: each.parts.length } : each)),
  }));
  return { ...source, sections };
}

/** Reads RFC 4180, with any line ending: written apart from the program's writer, to check it. */
function table(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== "," && end !== "") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}
