import type { Element } from "hast";
import { totalPoints } from "../model/exam.ts";
import { printedQuestions } from "../model/version.ts";
import type { Job } from "./job.ts";

/** Questions side by side in one row of the table; with more, it has several rows. */
const QUESTIONS_PER_ROW = 12;

/** A table with room for the score of each question; undefined where the exam wants none. */
export function renderScoreTable({ exam, version, words }: Job): Element | undefined {
  if (!exam.settings.scoreTable) return undefined;
  const { labels } = words.language;
  const columns = [
    ...printedQuestions(version).map(({ number, question }) => ({
      head: words.number(number),
      points: words.number(question.points) + (question.bonus ? "*" : ""),
    })),
    { head: labels.total, points: words.number(totalPoints(exam)) },
  ];
  const rows = Math.ceil(columns.length / QUESTIONS_PER_ROW);
  const perRow = Math.ceil(columns.length / rows);
  const groups = Array.from({ length: rows }, (_, row) => columns.slice(row * perRow, (row + 1) * perRow));
  return (
    <div class="score-table">
      {groups.map((group) => (
        <table>
          <tr>
            <th scope="row">{labels.question}</th>
            {group.map(({ head }) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
          <tr>
            <th scope="row">{labels.points}</th>
            {group.map(({ points }) => (
              <td>{points}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{labels.score}</th>
            {group.map(() => (
              <td />
            ))}
          </tr>
        </table>
      ))}
    </div>
  ) as Element;
}
