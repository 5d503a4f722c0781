import { duplicateId } from "./duplicate-id.ts";
import { math } from "./math.ts";
import { missingAlt } from "./missing-alt.ts";
import { pointsTotal } from "./points-total.ts";
import { questionCount } from "./question-count.ts";
import { reference } from "./reference.ts";
import { rubricSum } from "./rubric-sum.ts";
import type { Rule } from "./rule.ts";
import { untitledQuestion } from "./untitled-question.ts";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  duplicateId,
  math,
  missingAlt,
  pointsTotal,
  questionCount,
  reference,
  rubricSum,
  untitledQuestion,
];
