import { h } from "hastscript";
import { defineKind } from "../kind.ts";
import { renderSpace } from "../space.tsx";
import style from "./style.css";

/** Whether the author gave the answer space; if not, one that grows with the points is printed. */
interface Open {
  readonly ownSpace: boolean;
}

/** Height of the default answer space in millimetres, by points: a line or two for a point, at most half a page. */
function defaultHeight(points: number): number {
  return Math.min(120, 20 + 10 * points);
}

/** Answered in the student's own words: whatever is written as no other kind. */
export const open = defineKind<Open>({
  name: "open",
  claim: () => [],
  read: ({ around }) => ({ ownSpace: around.some((block) => block.type === "space") }),
  arrange: (body) => body,
  key: () => ({ text: "", details: {} }),
  texts: () => ({ printed: [], secret: [] }),
  render: ({ ownSpace }, { points }) =>
    ownSpace ? h(null) : renderSpace({ type: "space", height: defaultHeight(points) }),
  style,
});
