import type { Nodes } from "mdast";
import type { ContainerDirective, Directives } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import type { Block } from "../model/content.ts";
import type { Criterion, Item, Note } from "../model/exam.ts";
import type { Place } from "../model/place.ts";
import { kindOf } from "../questions/index.ts";
import type { AnyKind } from "../questions/kind.ts";
import { directiveAttributes, isLabel, takeAttributes } from "./attributes.ts";
import { placeOf, type Reading } from "./reading.ts";
import { readRubric } from "./rubric.ts";
import { reportStray } from "./stray.ts";

/** What an item is made of before it has an id and points. */
export type ItemContent = Omit<Item, "id" | "points" | "place" | "shuffle" | "columns">;

/** Understands what stands under a question's or part's heading: stem, answer, what is for the key. */
export function readItem(
  content: readonly Block[],
  heading: Place,
  named: string | undefined,
  reading: Reading,
): ItemContent {
  const { printed, ...keyOnly } = takeKeyBlocks(content, reading);
  const claims = claimAnswers(printed, named, reading);
  const kind = chooseKind(claims, named, heading, reading);
  const claimed = claims.find((claim) => claim.kind === kind)?.blocks ?? [];
  const answer = kind.inText ? printed.length : printed.indexOf(claimed[0] as Block);
  const stem = answer < 0 ? printed : printed.slice(0, answer);
  const after = answer < 0 ? [] : printed.slice(answer + 1);
  for (const block of claims.flatMap(({ blocks }) => blocks)) reading.understood.add(block);
  for (const other of claims) if (other.kind !== kind) settle(other, reading);
  const body = kind.read({
    blocks: claimed,
    around: [...stem, ...after],
    heading,
    language: reading.language,
    report: reading.report,
    place: (node) => placeOf(node, reading),
    attributes: (node) => {
      if (node.type === "listItem" || node.type === "paragraph" || node.type === "heading")
        return takeAttributes(node, reading);
      reading.understood.add(node);
      // The label becomes the answer, out of reach of what looks for strays later.
      reportStray(node as Directives, reading);
      return directiveAttributes(node as Directives, reading);
    },
  });
  return { kind: kind.name, stem, body, after, ...keyOnly };
}

interface KeyBlocks {
  readonly printed: Block[];
  readonly solution: readonly Block[];
  readonly rubric: readonly Criterion[];
  readonly notes: readonly Note[];
}

/** Parts what is printed on the paper from solution, rubric and notes. */
export function takeKeyBlocks(content: readonly Block[], reading: Reading): KeyBlocks {
  const printed: Block[] = [];
  const solution: Block[] = [];
  const rubric: Criterion[] = [];
  const notes: Note[] = [];
  for (const block of content) {
    if (block.type !== "containerDirective") printed.push(block);
    else {
      reading.understood.add(block);
      checkFence(block, reading);
      if (block.name === "solution") solution.push(...block.children);
      else if (block.name === "rubric") rubric.push(...readRubric(block, reading));
      else notes.push({ place: placeOf(block, reading), text: block.children });
    }
  }
  return { printed, solution, rubric, notes };
}

/** `:::solution` stands alone on its line: a label or attributes would be lost. */
function checkFence(block: ContainerDirective, reading: Reading): void {
  const label = block.children.find(isLabel);
  const attributes = directiveAttributes(block, reading);
  if (!label && !attributes) return;
  const place = label ? placeOf(label as Nodes, reading) : attributes?.place;
  reading.report({
    severity: "error",
    rule: "directive-form",
    message: `Unexpected ${label ? "label" : "attributes"} behind :::${block.name}`,
    hint: `Write :::${block.name} alone on its line and the text on the next.`,
    ...(place && { place }),
  });
}

interface Claim {
  readonly kind: AnyKind;
  readonly blocks: readonly Block[];
}

function claimAnswers(printed: readonly Block[], named: string | undefined, reading: Reading): Claim[] {
  const claim = (kind: AnyKind, blocks: readonly Block[], isNamed: boolean): Claim => ({
    kind,
    blocks: kind.claim(blocks, isNamed, reading.language).map((index) => blocks[index] as Block),
  });
  const chosen = named === undefined ? undefined : kindOf(named, reading.kinds);
  const first = chosen && claim(chosen, printed, true);
  const taken = new Set(first?.blocks);
  const claims = first ? [first] : [];
  for (const kind of reading.kinds) {
    if (kind === chosen) continue;
    const found = claim(
      kind,
      printed.filter((block) => !taken.has(block)),
      false,
    );
    for (const block of found.blocks) taken.add(block);
    claims.push(found);
  }
  return claims.filter((found) => found.blocks.length > 0);
}

/** A second answer is reported as such; nothing in it is reported once more because nobody reads it. */
function settle({ blocks }: Claim, reading: Reading): void {
  for (const block of blocks) {
    visit(block, (node) => {
      reading.understood.add(node);
      if (node.type === "listItem") takeAttributes(node, reading);
    });
  }
}

/** The kind of the one answer found; reports when there are two, or none of the named kind. */
function chooseKind(claims: readonly Claim[], named: string | undefined, heading: Place, reading: Reading): AnyKind {
  const offset = (block: Block) => block.position?.start.offset ?? 0;
  const answers = claims
    .flatMap(({ kind, blocks }) => (kind.inText ? blocks.slice(0, 1) : blocks))
    .sort((a, b) => offset(a) - offset(b));
  if (answers.length > 1) {
    const second = answers[1] as Nodes;
    reading.report({
      severity: "error",
      rule: "two-answers",
      message: "Unexpected second answer in one question",
      hint: "A question is answered in one way. Make each a part of its own: `###` and its text.",
      place: placeOf(second, reading),
      related: { message: "the first answer", place: placeOf(answers[0] as Nodes, reading) },
    });
  }
  const found = claims[0]?.kind;
  if (named && found?.name !== named && (found || named !== "open")) {
    const written = found ? `, found what is written for kind=${found.name}` : ", found none";
    reading.report({
      severity: "error",
      rule: "kind-without-answer",
      message: `Expected an answer for kind=${named}${written}`,
      hint: `The manual's page on "${named}" shows how it is written. Kinds: ${reading.kinds.map(({ name }) => name).join(", ")}.`,
      place: heading,
    });
  }
  return found ?? kindOf("open", reading.kinds);
}
