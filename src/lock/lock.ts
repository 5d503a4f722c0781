import * as z from "zod";

/** The number of the format that is written and read; a file with a higher one is from a newer program. */
export const LOCK_FORMAT = 1;

/** Markdown with its lines: one, or several for a text of several lines, each in a line of the file then. */
const text = z.union([z.string(), z.array(z.string())]);
export type LockedText = z.infer<typeof text>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** A thing that is lettered, or printed with the answer in another way. */
const option = z.strictObject({ id: z.string().optional(), label: z.string().optional(), text });
export type LockedOption = z.infer<typeof option>;

const item = z.strictObject({
  id: z.string(),
  kind: z.string(),
  points: z.number(),
  bonus: z.literal(true).optional(),
  columns: z.number().optional(),
  newPage: z.literal(true).optional(),
  keep: z.literal(false).optional(),
  title: text.optional(),
  stem: text.optional(),
  options: z.array(option).optional(),
  after: text.optional(),
});
/** What every version prints of a question or part, in whatever order. References are left as they were written. */
export type LockedItem = z.infer<typeof item>;

const question = z.strictObject({ ...item.shape, parts: z.array(item).optional() });
export type LockedQuestion = z.infer<typeof question>;

const section = z.strictObject({ title: text.optional(), text: text.optional(), keep: z.literal(true).optional() });

/** Letters in printed order, each with the id of what it stands for; and the answer in the notation of `keys.csv`. */
const dealt = { options: z.record(z.string(), z.string()).optional(), answer: z.string().optional() };
const dealtPart = z.strictObject({ part: z.string(), id: z.string(), ...dealt });
const dealtQuestion = z.strictObject({
  number: z.int().min(1),
  id: z.string(),
  /** From 1; absent where the exam has one section. */
  section: z.int().min(1).optional(),
  /** Of the paper, from 1. */
  page: z.int().min(1),
  ...dealt,
  parts: z.array(dealtPart).optional(),
});
/** A question or part as one version deals it. */
export type Dealt = Omit<z.infer<typeof dealtPart>, "part">;
/** The place of a question in one version, before it is printed on a page. */
export type DealtQuestion = Omit<z.infer<typeof dealtQuestion>, "page">;

const file = z.strictObject({ file: z.string(), pages: z.int().min(1), sha256 });
/** `html` is the digest of the page that a browser is given. */
const document = z.strictObject({ ...file.shape, html: sha256 });

const version = z.strictObject({
  label: z.string(),
  student: document,
  /** Absent where none was printed. */
  key: file.optional(),
  questions: z.array(dealtQuestion),
});
export type LockedVersion = z.infer<typeof version>;

const copy = z.strictObject({ ...file.shape, version: z.string() });
export type LockedCopy = z.infer<typeof copy>;

/** What `<name>.lock.json` holds, but for the checksum. */
export const lockSchema = z.strictObject({
  format: z.literal(LOCK_FORMAT),
  exam: z.string(),
  /** SHA-256 of the source, and of the files it includes. */
  source: sha256,
  banks: z.array(z.strictObject({ source: z.string(), sha256 })).optional(),
  seed: z.string(),
  generator: z.strictObject({ name: z.string(), version: z.string(), browser: z.string() }),
  /** What the front matter has printed, by its keys, and the `opening` text. */
  head: z.record(z.string(), text),
  sections: z.array(section),
  /** Every question that some version prints, in the source's order. */
  questions: z.array(question),
  versions: z.array(version).min(1),
  /** Papers made out to students. */
  copies: z.array(copy).optional(),
});

/** What was printed of an exam: enough to say in words what a later source would print otherwise. */
export type Lock = z.infer<typeof lockSchema>;
