import fc from "fast-check";

/** A question as a test writes it. */
interface Item {
  readonly id: string;
  /** Whether the id is written; a title has to stand in for it otherwise. */
  readonly named: boolean;
  readonly title: string;
  readonly kind: "single" | "multiple" | "short" | "numeric" | "blanks" | "matching" | "ordering" | "open" | "parts";
  readonly points: number;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly feedback: string }[];
  /** Places of what is right. */
  readonly right: readonly number[];
  readonly solution: string;
  readonly comment: string;
  readonly flags: readonly string[];
}

/** An exam as a test writes it. */
interface Model {
  readonly title: string;
  readonly front: Readonly<Record<string, string>>;
  readonly sections: readonly Section[];
}

interface Section {
  readonly title: string;
  /** Whether one of its questions is picked, for all versions or for each. */
  readonly pick: "none" | "one" | "per-version";
  readonly items: readonly Item[];
}

/** Words that also have an emphasis, a formula, a picture of Markdown's signs. */
const words = fc
  .array(
    fc.constantFrom(
      "alpha",
      "beta",
      "*gamma*",
      "**delta**",
      "`x  y`",
      "$x_1^2$",
      "$\\vec a$",
      "3 < 4",
      "año",
      "漢字",
      "~~old~~",
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) => list.join(" "));

const item = (index: number): fc.Arbitrary<Item> =>
  fc.record({
    id: fc.constant(`q${index}`),
    named: fc.boolean(),
    title: fc.constantFrom(`Title ${index}`, `Other ${index}`),
    kind: fc.constantFrom("single", "multiple", "short", "numeric", "blanks", "matching", "ordering", "open", "parts"),
    points: fc.constantFrom(1, 2, 2.5),
    stem: words,
    options: fc
      .array(fc.record({ named: fc.boolean(), text: words, feedback: fc.constantFrom("", "Because.") }), {
        minLength: 3,
        maxLength: 5,
      })
      .map((list) => list.map(({ named, ...rest }, place) => ({ ...rest, id: named ? `own${place}` : "" }))),
    right: fc.constantFrom([0], [1], [2]),
    solution: fc.constantFrom("", "So it is."),
    comment: fc.constantFrom("", "a comment"),
    flags: fc.subarray(["bonus", "newpage", "keep=false", "columns=2", "shuffle=false", "pin=first", "tags=x"]),
  });

/** Small exams of every kind of question. */
export const models: fc.Arbitrary<Model> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    title: fc.constantFrom("Quiz", "Test"),
    front: fc.record({
      versions: fc.constantFrom("1", "2", "3"),
      shuffle: fc.constant("{ options: true, questions: true }"),
    }),
    sections: fc
      .tuple(
        fc.tuple(...Array.from({ length: count }, (_, index) => item(index))),
        fc.nat(count),
        fc.constantFrom<Section["pick"]>("none", "none", "one", "per-version"),
      )
      .map(([items, cut, pick]) =>
        [
          { title: "One", pick: "none" as const, items: items.slice(0, cut) },
          { title: "Two", pick, items: items.slice(cut) },
        ].filter(({ items }) => items.length > 0),
      ),
  }),
);

/** A model as the source of an exam. */
export function sourceOf({ title, front, sections }: Model): string {
  const head = Object.entries({ title, ...front }).map(([key, value]) => `${key}: ${value}`);
  const body = sections.flatMap((section) => [
    `# ${section.title}${PICKS[section.pick]}`,
    ...section.items.map((one) => itemSource(section.pick === "none" ? one : withEqualPoints(one))),
  ]);
  return `---\n${head.join("\n")}\n---\n\n${body.join("\n\n")}\n`;
}

const PICKS = { none: "", one: " {pick=1}", "per-version": " {pick=1 pick-per=version}" } as const;

/** What may be picked from is worth the same. */
function withEqualPoints(one: Item): Item {
  const flags = one.flags.filter((flag) => flag !== "bonus");
  return { ...one, points: 1, kind: one.kind === "parts" ? "open" : one.kind, flags };
}

function itemSource(item: Item): string {
  const { id, named, title, kind, points, stem, solution, comment, flags } = item;
  const isChosen = kind !== "open" && kind !== "parts";
  const attributes = [named && `#${id}`, kind !== "parts" && `points=${points}`, isChosen && `kind=${kind}`, ...flags];
  return [
    `## ${title} {${attributes.filter(Boolean).join(" ")}}`,
    ...(comment ? [`<!-- ${comment} -->`] : []),
    `${id}: ${comment && "<!-- at hand --> "}${stem}${comment && " <!-- too -->"}${kind === "blanks" ? ` :blank[${item.options[0]?.feedback || "word"}]` : ""}`,
    ...answerSource(item),
    ...(solution ? [`:::solution\n${solution}\n:::`] : []),
  ].join("\n\n");
}

function answerSource({ kind, options, right }: Item): string[] {
  const listed = options.map(({ text, id }, place) => ({ text: `${text} ${place}`, id: id && ` {#${id}}` }));
  switch (kind) {
    case "single":
    case "multiple":
      return [
        options
          .map(({ feedback }, place) => {
            const { text, id } = listed[place] as (typeof listed)[number];
            return `- [${right.includes(place) ? "x" : " "}] ${text}${id}${feedback ? `\n  > ${feedback}` : ""}`;
          })
          .join("\n"),
      ];
    case "short":
      return [`::short[${right[0]} words]`];
    case "numeric":
      return [`::numeric[${right[0]}]{unit="m"}`];
    case "matching":
      return [
        ["| L | R |", "| - | - |", ...options.map((_, place) => `| left ${place} | ${listed[place]?.text} |`)].join(
          "\n",
        ),
      ];
    case "parts":
      return options.map(({ text }, place) => `### {points=${place + 1}}\n\n${text}\n\n::space{lines=${place + 2}}`);
    case "ordering":
      return [listed.map(({ text }, place) => `${place + 1}. ${text}`).join("\n")];
    default:
      return [];
  }
}

type Edit = (model: Model) => Model;

const inItem =
  (place: number, change: (item: Item) => Item): Edit =>
  (model) => {
    const total = model.sections.flatMap(({ items }) => items).length;
    let at = -1;
    const sections = model.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => {
        at += 1;
        return at === place % total ? change(one) : one;
      }),
    }));
    return { ...model, sections };
  };

const changes: fc.Arbitrary<(item: Item) => Item> = fc.oneof(
  words.map((stem) => (one: Item) => ({ ...one, stem })),
  fc.constantFrom("Another", "Title 1").map((title) => (one: Item) => ({ ...one, title: `${title} ${one.id}` })),
  fc.constantFrom(1, 3).map((points) => (one: Item) => ({ ...one, points })),
  fc.constant((one: Item) => ({ ...one, solution: "Otherwise." })),
  fc.constantFrom("", "Another comment.").map((comment) => (one: Item) => ({ ...one, comment })),
  // Where a line of the source ends is no matter of the paper.
  fc.constant((one: Item) => ({ ...one, stem: one.stem.replace(/(?<!`x) (?! )/, "\n") })),
  fc.constantFrom([0], [1], [2]).map((right) => (one: Item) => ({ ...one, right })),
  fc.constantFrom("single", "short", "open" as const).map((kind) => (one: Item) => ({ ...one, kind }) as Item),
  fc
    .constantFrom("bonus", "newpage", "keep=false", "columns=2", "shuffle=false", "pin=first", "tags=x")
    .map((flag) => (one: Item) => ({
      ...one,
      flags: one.flags.includes(flag) ? one.flags.filter((other) => other !== flag) : [...one.flags, flag],
    })),
  fc.tuple(fc.nat(4), words).map(([place, text]) => (one: Item) => ({
    ...one,
    options: one.options.map((option, at) => (at === place ? { ...option, text } : option)),
  })),
  fc.nat(4).map((place) => (one: Item) => ({
    ...one,
    options: one.options.map((option, at) => (at === place ? { ...option, feedback: "Said otherwise." } : option)),
  })),
  fc.constant((one: Item) => ({ ...one, options: [...one.options, { id: "", text: "late", feedback: "" }] })),
  fc.constant((one: Item) => (one.options.length > 3 ? { ...one, options: one.options.slice(0, -1) } : one)),
);

const fronts: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom(
  { versions: "4" },
  { versions: "1" },
  { seed: "other" },
  { course: "Course" },
  { paper: "Letter" },
  { columns: "2" },
  { titles: "false" },
  { lang: "es" },
  { shuffle: "{ questions: false }" },
  { duration: "40 min" },
  { "score-table": "true" },
  { instructions: "Read." },
  { ignore: "[letter-run]" },
  { fields: "[name]" },
  { macros: '{ "\\\\R": "\\\\mathbb{R}", "\\\\vec": "\\\\mathbf" }' },
);

/** A change of a source, of the paper or not. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(), changes).map(([place, change]) => inItem(place, change)) },
  {
    weight: 1,
    arbitrary: fronts.map((front) => (model: Model) => ({ ...model, front: { ...model.front, ...front } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Edit>(
      (model) => ({ ...model, title: "Exam" }),
      (model) => ({ ...model, sections: model.sections.toReversed() }),
      (model) => ({ ...model, sections: model.sections.map((one) => ({ ...one, items: one.items.toReversed() })) }),
      (model) => ({ ...model, sections: model.sections.map((one) => ({ ...one, title: `${one.title}!` })) }),
      (model) => ({
        ...model,
        sections: model.sections.map((one, at) =>
          at > 0 || one.items.length < 2 ? one : { ...one, items: one.items.slice(1) },
        ),
      }),
    ),
  },
);
