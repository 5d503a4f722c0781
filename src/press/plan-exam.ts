import { wordsFor } from "../languages/words.ts";
import type { Exam } from "../model/exam.ts";
import type { ExamTexts, PlannedVersion } from "../model/exam-texts.ts";
import type { Version } from "../model/version.ts";
import { answerTexts } from "../questions/answer-texts.ts";
import type { AnyKind } from "../questions/kind.ts";
import { plannedVersion } from "../verify/planned-version.ts";
import { textsOf, type Wording } from "../verify/texts-of.ts";

/** What the documents of an exam are proven by: in a build as they are printed, and later from its manifest. */
export interface ExamPlan {
  readonly texts: ExamTexts;
  version(version: Version): PlannedVersion;
}

/** The plan of an exam. It and those of its versions are made once, for there may be thousands of documents. */
export function planOf(exam: Exam, kinds?: readonly AnyKind[]): ExamPlan {
  const known = plans.get(exam);
  if (known) return known;
  const words = wordsFor(exam.settings.lang);
  const { labels, options, parts } = words.language;
  const wording: Wording = {
    lang: words.tag,
    bonus: labels.bonus,
    pictureName: labels.figure,
    letters: { choices: options.letters, parts: parts.letters },
    answerTexts: (item) => answerTexts(item, words, kinds),
  };
  const texts = textsOf(exam, wording);
  const versions = new WeakMap<Version, PlannedVersion>();
  const plan: ExamPlan = {
    texts,
    version(version) {
      const planned = versions.get(version) ?? plannedVersion(version, texts, wording);
      versions.set(version, planned);
      return planned;
    },
  };
  plans.set(exam, plan);
  return plan;
}

const plans = new WeakMap<Exam, ExamPlan>();
