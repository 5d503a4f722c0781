import { duplicateField } from "./duplicate-field.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateStem } from "./duplicate-stem.ts";
import { emptyQuestion } from "./empty-question.ts";
import { fragileReference } from "./fragile-reference.ts";
import { grammaticalCue } from "./grammatical-cue.ts";
import { idlePin } from "./idle-pin.ts";
import { lastOption } from "./last-option.ts";
import { letterRun } from "./letter-run.ts";
import { longestAnswer } from "./longest-answer.ts";
import { lopsidedKey } from "./lopsided-key.ts";
import { math } from "./math.ts";
import { missingAlt } from "./missing-alt.ts";
import { nearDuplicateOptions } from "./near-duplicate-options.ts";
import { negativeStem } from "./negative-stem.ts";
import { overlappingOptions } from "./overlapping-options.ts";
import { pickAlike } from "./pick-alike.ts";
import { pickDifficulty } from "./pick-difficulty.ts";
import { pickPoints } from "./pick-points.ts";
import { pointsTotal } from "./points-total.ts";
import { questionCount } from "./question-count.ts";
import { reference } from "./reference.ts";
import { rubricSum } from "./rubric-sum.ts";
import type { Rule } from "./rule.ts";
import { sameOptions } from "./same-options.ts";
import { unprintedTitle } from "./unprinted-title.ts";
import { untitledQuestion } from "./untitled-question.ts";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  duplicateField,
  duplicateId,
  duplicateStem,
  emptyQuestion,
  fragileReference,
  grammaticalCue,
  idlePin,
  lastOption,
  letterRun,
  longestAnswer,
  lopsidedKey,
  math,
  missingAlt,
  nearDuplicateOptions,
  negativeStem,
  overlappingOptions,
  pickAlike,
  pickDifficulty,
  pickPoints,
  pointsTotal,
  questionCount,
  reference,
  rubricSum,
  sameOptions,
  unprintedTitle,
  untitledQuestion,
];
