import { RULES } from "../check/index.ts";
import type { RuleEntry } from "../model/rule-entry.ts";
import { LEFTOVERS } from "../read/leftovers/index.ts";
import { answers } from "./answers.ts";
import { banks } from "./banks.ts";
import { type Chapter, error } from "./chapter.ts";
import { files } from "./files.ts";
import { frontMatter } from "./front-matter.ts";
import { locks } from "./locks.ts";
import { printing } from "./printing.ts";
import { roster } from "./roster.ts";
import { sharding } from "./sharding.ts";
import { structure } from "./structure.ts";
import { text } from "./text.ts";
import { verifying } from "./verifying.ts";

/** All that can be wrong, as the manual has it. */
export const CHAPTERS: readonly Chapter[] = [
  { title: "Good questions", rules: RULES.filter(({ severity }) => severity !== "error") },
  { title: "What must agree", rules: RULES.filter(({ severity }) => severity === "error") },
  { title: "Syntax left in the text", rules: LEFTOVERS.map(error) },
  answers,
  structure,
  banks,
  text,
  frontMatter,
  files,
  roster,
  printing,
  verifying,
  locks,
  sharding,
];

/** Every rule there is: what the `rule` of a problem can be. */
export const ALL_RULES: readonly RuleEntry[] = CHAPTERS.flatMap(({ rules }) => rules);
