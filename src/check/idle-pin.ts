import type { Section } from "../model/exam.ts";
import type { Finding, Rule } from "./rule.ts";

/** A question that is pinned stands where its pin says. */
export const idlePin: Rule = {
  id: "idle-pin",
  severity: "warning",
  settings: ["shuffle"],
  why: "`pin=first` and `pin=last` are a question's place among shuffled ones. Where none is shuffled they move nothing, and the question stays where it is written.",
  bad: "---\ntitle: Quiz\n---\n\n## Summary {pin=last}\n\nWhat have you learnt?\n\n## Entropy\n\nWhat is it?\n",
  good: [
    "---\ntitle: Quiz\n---\n\n## Entropy\n\nWhat is it?\n\n## Summary {pin=last}\n\nWhat have you learnt?\n",
    "---\ntitle: Quiz\nshuffle: { questions: true }\n---\n\n## Summary {pin=last}\n\nWhat have you learnt?\n\n## Entropy\n\nWhat is it?\n",
  ],
  check: (exam) =>
    exam.sections.filter((section) => !(section.shuffle ?? exam.settings.shuffle.questions)).flatMap(misplaced),
};

function misplaced({ questions }: Section): Finding[] {
  return questions
    .filter(({ pin }, index) => {
      if (!pin) return false;
      const outside = pin === "first" ? questions.slice(0, index) : questions.slice(index);
      return outside.some((other) => other.pin !== pin);
    })
    .map(({ pin, place }) => ({
      message: `pin=${pin} changes nothing: the questions of this section are not shuffled`,
      hint: "Move the question there, or have them shuffled: {shuffle} behind the section's heading, or shuffle: { questions: true }.",
      place,
    }));
}
