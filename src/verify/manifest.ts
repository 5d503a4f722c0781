import * as z from "zod";

/*
 * The manifest of a build, as far as it tells what the documents have to be. It may come from a stranger: whatever is not
 * as a build writes it is refused, and no name in it leads out of its folder.
 */

const count = z.int().min(0).max(1_000_000);
const id = z.string().min(1).max(1000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 as 64 hexadecimal digits");
const fileName = z
  .string()
  .max(255)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  .regex(/^(?!\.)[^/\\\u0000-\u001f\u007f]+$/, "the name of a file in this folder");

const document = z.strictObject({
  file: fileName.regex(/\.pdf$/, "the name of a PDF"),
  title: z.string(),
  pages: count,
  sha256,
  html: sha256.optional(),
});

const option = z.looseObject({ letter: z.string(), id, correct: z.boolean().optional() });
/** What a kind tells of its answer is its own. */
const item = {
  id,
  kind: z.string(),
  points: z.number().min(0),
  answer: z.string().optional(),
  options: z.array(option).optional(),
};
const part = z.looseObject({ ...item, part: z.string() });
const question = z.looseObject({
  ...item,
  number: count,
  page: count,
  bonus: z.boolean().optional(),
  parts: z.array(part).optional(),
});

const answer = z.strictObject({
  text: count,
  label: z.string().optional(),
  filled: z.string().optional(),
  right: z.boolean().optional(),
});
const versionProof = z.strictObject({
  references: z.record(z.string(), z.string()),
  keyPages: z.array(count).optional(),
  printed: z.record(z.string(), z.array(answer)),
});
const version = z.strictObject({
  label: z.string().regex(/^[A-Za-z0-9_-]+$/, "a label of letters, digits, _ and -"),
  student: document,
  key: document.optional(),
  questions: z.array(question),
  proof: versionProof,
});

const student = document.extend({
  code: z.string().optional(),
  surname: z.string().optional(),
  name: z.string().optional(),
  group: z.string().optional(),
  version: z.string(),
});

const runs = z.array(z.string());
const text = { runs, notes: z.array(z.strictObject({ identifier: z.string(), runs })).optional() };
const words = z.strictObject(text);
const secrets = z.array(
  z.strictObject({ what: z.enum(["solution", "rubric", "answer", "note"]), part: id.optional(), runs }),
);
const itemTexts = z.strictObject({
  id,
  title: words,
  stem: words,
  choices: z.array(z.strictObject({ id: id.optional(), ...text })),
  after: words,
});
const sectionTexts = z.strictObject({
  title: words,
  text: words,
  secrets,
  questions: z.array(itemTexts.extend({ secrets, parts: z.array(itemTexts) })),
});
const proof = z.strictObject({
  lang: z.string(),
  author: z.string(),
  header: z.array(z.string()),
  bonus: z.string(),
  letters: z.strictObject({ choices: z.array(z.string()).min(1), parts: z.array(z.string()).min(1) }),
  instructions: words,
  opening: words,
  sections: z.array(sectionTexts),
});

/** What `manifest.json` has to be. An issue's message is what was expected, where it does not say so itself. */
export const manifestSchema = z.looseObject({
  format: z.literal(1),
  exam: z.looseObject({ name: fileName, title: z.string(), points: z.number() }),
  versions: z.array(version).min(1),
  students: z.array(student).default([]),
  print: document.optional(),
  keys: z.strictObject({ file: z.literal("keys.csv"), sha256 }).optional(),
  proof,
});

/** A manifest that was read. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestVersion = Manifest["versions"][number];
