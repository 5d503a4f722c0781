import type { Element } from "hast";
import type { ArrangedSection } from "../model/version.ts";
import { withFootnotes } from "./footnotes.tsx";
import type { Job } from "./job.ts";
import { renderNotes } from "./key.tsx";
import { startsPage } from "./page-starts.ts";
import { renderQuestion } from "./question.tsx";

/** A section: its heading and text, kept with its first question, and its questions. */
export function renderSection({ section, questions }: ArrangedSection, job: Job): Element {
  const [first, ...others] = questions;
  const head = renderHead(section, job);
  const className = ["section", first && startsPage(first, job) && "page-start"];
  return (
    <section class={className.filter(Boolean).join(" ")} data-keep={section.keep && ""}>
      {head}
      {first && renderQuestion(first, job)}
      {others.map((question) => {
        const article = renderQuestion(question, job);
        if (startsPage(question, job)) (article.properties.className as string[]).push("page-start");
        return article;
      })}
    </section>
  ) as Element;
}

function renderHead(section: ArrangedSection["section"], job: Job): Element | null {
  const { file } = section.place;
  const title: Element = {
    type: "element",
    tagName: "h2",
    properties: { className: ["section-title"] },
    children: job.inlines(section.title, file),
    data: { place: section.place },
  };
  const notes = job.view === "key" ? renderNotes(section.notes, job) : [];
  if (section.title.length === 0 && section.text.length === 0 && notes.length === 0) return null;
  const head = (
    <header class="section-head">
      {section.title.length > 0 ? title : null}
      {job.blocks(section.text, file)}
      {notes}
    </header>
  ) as Element;
  return withFootnotes(head, file, job);
}
