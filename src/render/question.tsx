import type { Element, ElementContent } from "hast";
import type { Item, Part } from "../model/exam.ts";
import type { ArrangedQuestion } from "../model/version.ts";
import { kindOf } from "../questions/index.ts";
import type { RenderContext } from "../questions/kind.ts";
import { withFootnotes } from "./footnotes.tsx";
import type { Job } from "./job.ts";
import { placeKeyBlocks, renderKeyBlocks } from "./key.tsx";
import { childrenOf, replaceElements } from "./markup.ts";

/** A question with its parts; its heading hangs its number in the margin. */
export function renderQuestion({ number, question, parts }: ArrangedQuestion, job: Job): Element {
  const { file } = question.place;
  const title = job.exam.settings.titles ? job.inlines(question.title, file) : [];
  const bonus = (<span class="question-bonus">{job.words.language.labels.bonus}</span>) as Element;
  const article = (
    <article class="question" data-item={String(number - 1)} data-keep={question.keep && ""}>
      {heading(
        "h3",
        "question",
        `${job.words.number(number)}.`,
        question.bonus ? [bonus, text(" "), ...title] : title,
        question,
      )}
      {renderPoints(question, number - 1, job)}
      {renderItem(question, job)}
      {parts.map(({ part }, index) => renderPart(part, index, job))}
    </article>
  ) as Element;
  return withFootnotes(article, file, job);
}

function renderPart(part: Part, index: number, job: Job): Element {
  const title = job.exam.settings.titles ? job.inlines(part.title, part.place.file) : [];
  return (
    <section class="part" data-keep="">
      {heading("h4", "part", job.words.partLabel(index), title, part)}
      {part.points > 0 ? <p class="points">{worth(part.points, job)}</p> : null}
      {renderItem(part, job)}
    </section>
  ) as Element;
}

/** Number and title; without a title, the number alone stands beside the text. */
function heading(
  tagName: "h3" | "h4",
  of: "question" | "part",
  number: string,
  title: readonly ElementContent[],
  { place }: Item,
): Element {
  const words: ElementContent[] = [
    // The space is for the outline, where numbers do not hang.
    {
      type: "element",
      tagName: "span",
      properties: { className: [`${of}-number`] },
      children: [text(`${number}\u00a0`)],
    },
    ...title,
  ];
  const className = [`${of}-heading`, title.length > 0 ? "titled" : "untitled"];
  return { type: "element", tagName, properties: { className }, children: words, data: { place } };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

/** What something is worth; in the margin, number and noun may stand below each other. */
function worth(points: number, { words }: Job): string {
  return words.pointsShort(points).replace("\u00a0", " ");
}

/** What a question is worth and, on the key, where the paper has it. */
function renderPoints({ points, parts }: ArrangedQuestion["question"], index: number, job: Job): Element | null {
  const { words, paperLayout } = job;
  const page = paperLayout?.itemPages[index];
  const shown = [
    points > 0 && <span class="points-worth">{worth(points, job)}</span>,
    page !== undefined && <span class="points-page">{`${words.language.labels.page} ${page}`}</span>,
  ].filter((part) => part !== false);
  if (shown.length === 0) return null;
  return (<p class={parts.length > 0 ? "points points-sum" : "points"}>{shown}</p>) as Element;
}

/** What is asked and how it is answered; on the key, with what it says of it. */
function renderItem(item: Item, job: Job): ElementContent[] {
  const { file } = item.place;
  const kind = item.kind === "parts" ? undefined : kindOf(item.kind, job.kinds);
  const context: RenderContext = {
    view: job.view,
    words: job.words,
    points: item.points,
    ...(item.columns !== undefined && { columns: item.columns }),
    content: (blocks) => job.blocks(blocks, file),
  };
  const written = (blocks: Item["stem"]) =>
    replaceElements(job.blocks(blocks, file), ({ data }) =>
      data?.pending?.type === "blank" && kind?.renderInText
        ? childrenOf(kind.renderInText(item.body, data.pending.index, context))
        : undefined,
    );
  const { stem, after, breaks } = withoutLastBreaks(item);
  const printed: ElementContent[] = [
    ...(stem.length > 0 ? [(<div class="stem">{written(stem)}</div>) as Element] : []),
    ...(kind ? childrenOf(kind.render(item.body, context)) : []),
    ...(after.length > 0 ? [(<div class="after">{written(after)}</div>) as Element] : []),
  ];
  const all = job.view === "key" ? placeKeyBlocks(printed, renderKeyBlocks(item, job)) : printed;
  return [...all, ...job.blocks(breaks, file)];
}

/** Page breaks at the end of an item end all of it: its answer space and what the key says of it too. */
function withoutLastBreaks({ stem, after }: Item): Record<"stem" | "after" | "breaks", Item["stem"]> {
  const last = after.length > 0 ? after : stem;
  const end = last.findLastIndex(({ type }) => type !== "pageBreak") + 1;
  const [kept, breaks] = [last.slice(0, end), last.slice(end)];
  return after.length > 0 ? { stem, after: kept, breaks } : { stem: kept, after, breaks };
}
