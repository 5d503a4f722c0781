import type { Element, ElementContent } from "hast";
import type { Footnote } from "../model/content.ts";
import type { Job } from "./job.ts";
import { hasClass, replaceElements } from "./markup.ts";

interface Call {
  readonly note: Footnote;
  readonly forKey: boolean;
}

/**
 * Numbers the footnotes called in an element and prints them at its end. Notes that only the key calls are numbered behind
 * the others, so that paper and key agree.
 */
export function withFootnotes(element: Element, file: string, job: Job): Element {
  const calls = findCalls([element], false);
  if (calls.length === 0) return element;
  const notes = new Map(
    [...calls.filter((call) => !call.forKey), ...calls.filter((call) => call.forKey)].map(({ note }) => [
      note.identifier,
      note,
    ]),
  );
  const numbers = new Map([...notes.keys()].map((identifier, index) => [identifier, index + 1]));
  const children = replaceElements(element.children, ({ data }) =>
    data?.pending?.type === "footnote"
      ? [(<sup class="footnote-call">{String(numbers.get(data.pending.identifier))}</sup>) as Element]
      : undefined,
  );
  const list = (
    <ol class="footnotes">
      {[...notes.values()].map(({ identifier, children }) => (
        <li>
          <span class="footnote-number">{String(numbers.get(identifier))}</span>
          {job.blocks(children, file)}
        </li>
      ))}
    </ol>
  );
  return { ...element, children: [...children, list as Element] };
}

function findCalls(nodes: readonly ElementContent[], forKey: boolean): Call[] {
  return nodes.flatMap((node): Call[] => {
    if (node.type !== "element") return [];
    if (node.data?.pending?.type === "footnote") return [{ note: node.data.pending, forKey }];
    return findCalls(node.children, forKey || hasClass(node, "key-only"));
  });
}
