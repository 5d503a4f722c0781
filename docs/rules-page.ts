import type { RuleEntry } from "../src/model/rule-entry.ts";
import { ALL_RULES, CHAPTERS } from "../src/rules/index.ts";

/** The manual's page on every rule, made from the rules themselves. */
export function rulesPage(): string {
  const ids = ALL_RULES.map(({ id }) => id).sort();
  return [
    "<!-- Written by `npm run docs` from the rules themselves; edits are lost. -->",
    "# What can be wrong",
    INTRODUCTION,
    "## All rules by id",
    ids.map((id) => `[${id}](#${id})`).join(" · "),
    ...CHAPTERS.flatMap(({ title, rules }) => [`## ${title}`, ...rules.map(ruleSection)]),
  ]
    .join("\n\n")
    .concat("\n");
}

const INTRODUCTION = `Every problem ends with the id of its rule in brackets, and this page says of each id why it is there.

An **error** stops the build. A **warning** does so under \`--strict\`. A **note** only tells.

A warning or note that is not wanted is silenced, for one question or in the front matter for the whole exam:

\`\`\`markdown
## Graph {ignore=missing-alt}
\`\`\`

\`\`\`yaml
ignore: [letter-run, lopsided-key]
\`\`\`

Several rules of one question stand in quotes: \`{ignore="missing-alt negative-stem"}\`. Errors cannot be silenced. A silence that
is not needed any more is told as [unused-ignore](#unused-ignore).`;

/** The front matter of most examples, which says nothing about their rule. */
const SHORTEST = "---\ntitle: Quiz\n---\n\n";

function ruleSection({ id, severity, why, bad = [], good = [] }: RuleEntry): string {
  const [first] = [good].flat();
  return [
    `### ${id}`,
    `**${severity}** – ${why}`,
    ...[bad].flat().map(codeBlock),
    ...(first ? ["Better:", ...[good].flat().map(codeBlock)] : []),
  ].join("\n\n");
}

function codeBlock(source: string): string {
  const text = source.startsWith(SHORTEST) ? source.slice(SHORTEST.length) : source;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${text.trim().replaceAll("\u0007", "␇")}\n${fence}`;
}
