import type { Nodes, Parents } from "mdast";
import type { Problem } from "../../model/problem.ts";
import type { Reading } from "../reading.ts";

/** Where a node stands while the tree is walked, and what is known there. */
export interface Spot {
  /** What the node stands in, the outermost first. */
  readonly parents: readonly Parents[];
  /** At which place: `parents[i].children[indexes[i]]` is the next on the way to the node. */
  readonly indexes: readonly number[];
  /** All leftovers found so far. */
  readonly told: readonly Problem[];
  readonly reading: Reading;
}

/**
 * One way to mistype the format's syntax that leaves it behind as text or code, where it would be printed. What
 * follows from the slip is put right in the tree, so that it is told once. One file a form, named after its id.
 */
export interface Leftover {
  /** Kebab case; the `rule` of its problems, which are all errors. */
  readonly id: string;
  /** Why it is an error, for the manual: one or two sentences. */
  readonly why: string;
  /** Two small exams, front matter included: it speaks about the first and not about the second. They are its tests. */
  readonly bad: string;
  readonly good: string;
  /** Looks at one node, fresh from the parser; reports what it finds. */
  find(node: Nodes, spot: Spot): void;
}
