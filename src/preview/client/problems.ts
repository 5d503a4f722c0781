import type { Severity } from "../../model/problem.ts";
import type { ShownProblem } from "../messages.ts";
import { codeFrame, sentence, spotLink } from "./code.ts";
import { byId, element } from "./element.ts";

const NAMES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", note: "Note" };
const SEVERITIES = ["error", "warning", "note"] as const;

/** "2 errors, 1 warning"; empty without problems. */
export function countProblems(problems: readonly ShownProblem[]): string {
  return SEVERITIES.map((severity) => ({ severity, count: problems.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

/** Shows the problems, errors first; those that were there before stay as they are, and so does where the reader is. */
export function showProblems(problems: readonly ShownProblem[]): void {
  const list = byId("problem-list");
  const sorted = SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const worst = sorted[0]?.severity ?? "none";
  byId("problems-title").textContent = problems.length > 0 ? countProblems(problems) : "No problems";
  byId("count").textContent = String(problems.length);
  byId("toggle-problems").dataset.worst = worst;
  const present = new Map([...list.children].map((child) => [(child as HTMLElement).dataset.content, child]));
  const wanted = sorted.map((problem) => {
    const content = JSON.stringify(problem);
    return present.get(content) ?? problemCard(problem, content);
  });
  list.replaceChildren(...wanted);
}

function problemCard({ severity, rule, message, hint, spot, related }: ShownProblem, content: string): HTMLElement {
  return element(
    "article",
    { class: `problem ${severity}`, "data-content": content },
    element("p", { class: "kind" }, element("strong", {}, NAMES[severity]), " ", ...(spot ? [spotLink(spot)] : [])),
    element("h3", {}, ...sentence(message)),
    ...(spot ? codeFrame(spot) : []),
    ...(related
      ? [
          element("p", { class: "related" }, spotLink(related.spot), " ", ...sentence(related.message)),
          ...codeFrame(related.spot),
        ]
      : []),
    ...(hint ? [element("p", { class: "hint" }, ...sentence(hint))] : []),
    element("p", { class: "rule" }, rule),
  );
}
