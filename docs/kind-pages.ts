import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const QUESTIONS = join(import.meta.dirname, "../src/questions");

/** What a page says before its example. */
interface Introduction {
  readonly title: string;
  /** Names, as `kind=` and `points:` take them. */
  readonly kinds: readonly string[];
  readonly text: string;
}

/** By the folder of the kind. */
const INTRODUCTIONS: Readonly<Record<string, Introduction>> = {
  choice: {
    title: "Choice",
    kinds: ["single", "multiple", "true-false"],
    text: `A task list is a choice. One box with an \`x\` makes it \`single\`, two or more make it \`multiple\`; where a question
with one right answer should still say "mark all", write \`kind=multiple\`. Two options that are the language's words for
true and false make it \`true-false\`: they are never shuffled.

- A quote below an option is feedback: the key prints it, the paper never.
- \`{pin}\` keeps an option in its place when the others are shuffled, \`{pin=first}\` and \`{pin=last}\` send it there.
  "None of the above" and its like are pinned last of themselves, in every language, and a note says so.
- \`{#name}\` names an option, so that \`:ref[#name]\` prints the letter it has in this version.
- Options stand in as many columns as the widest of them allows; \`columns=3\` on the question fixes their number,
  \`shuffle=false\` their order.
- An option may hold formulas, pictures, code, tables and lists of its own.`,
  },
  numeric: {
    title: "Number",
    kinds: ["numeric"],
    text: `\`::numeric[…]\` on a line of its own asks for a number. Students get a box, and the unit behind it.

- \`tolerance=0.02\` accepts what differs by no more, \`tolerance=2%\` the same as a share of the value.
- \`range="9.7..9.9"\` in place of a value accepts all between two numbers, as when something is read off.
- \`unit="m/s²"\` is printed behind the box; quote it unless it is one plain word.
- Decimals are typed with a point, \`4.7e-7\` is allowed; they are printed as the exam's language writes them.`,
  },
  short: {
    title: "Short answer",
    kinds: ["short"],
    text: `\`::short[…]\` asks for a word or two, on a rule that is as long for every answer. \`accept="…|…"\` lists other texts that
are right; the key prints them all.`,
  },
  blanks: {
    title: "Blanks",
    kinds: ["blanks"],
    text: `\`:blank[…]\` leaves a gap in the text, in a list or in the cell of a table. All gaps of a question are of one width, so
that a gap does not tell how long its word is; \`width=35mm\` makes one wider. \`accept="…|…"\` lists other texts that
are right; in a table the bar is written \`\\|\`.`,
  },
  matching: {
    title: "Matching",
    kinds: ["matching"],
    text: `With \`kind=matching\` a table of two columns is a matching question: the left cells are numbered, the right ones
lettered and shuffled, always, also with one version. A row whose left cell is empty adds a right cell that belongs to
nothing. The head of the table may be left empty.`,
  },
  ordering: {
    title: "Ordering",
    kinds: ["ordering"],
    text: `With \`kind=ordering\` a numbered list in the right order is an ordering question: its items are shuffled, always, and
each gets a box for its number. A quote in an item is feedback, for the key only.`,
  },
  open: {
    title: "Open question",
    kinds: ["open"],
    text: `A question with no answer of another kind is open. \`::space\` says how much room there is:

| written | room |
| --- | --- |
| \`::space{lines=10}\` | ruled lines |
| \`::space{height=6cm}\` | blank |
| \`::space{box height=6cm}\` | a frame |
| \`::space{grid=5mm height=6cm}\` | squared paper |
| \`::space{height=fill}\` | the rest of the page |

Without it the room grows with the points. A rubric's numbers must add up to the points of the question.`,
  },
};

/** Folders of kinds: those with an example. */
export function kindFolders(): string[] {
  return readdirSync(QUESTIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(QUESTIONS, entry.name)).includes("example.md"))
    .map((entry) => entry.name)
    .sort();
}

/** The manual's page on the kinds of one folder: what there is to know, and the example that is their test. */
export function kindPage(folder: string): string {
  const introduction = INTRODUCTIONS[folder];
  if (!introduction) throw new Error(`Expected an introduction to src/questions/${folder}`);
  const { title, kinds, text } = introduction;
  const example = readFileSync(join(QUESTIONS, folder, "example.md"), "utf8").replace(/^---\n+/, "---\n");
  const fence = example.includes("```") ? "````" : "```";
  const names = kinds.map((kind) => `\`${kind}\``).join(", ");
  return `<!-- Written by \`npm run docs\` from docs/kind-pages.ts and src/questions/${folder}/example.md; edits are lost. -->

# ${title}

${kinds.length === 1 ? "Kind" : "Kinds"}: ${names}

${text}

The same for every kind: [the format](../format.md).

## Example

${fence}markdown
${example.trim()}
${fence}

| the paper | the key |
| --- | --- |
| ![The first page of the paper](${folder}-paper.png) | ![The same page of the key](${folder}-key.png) |
`;
}
