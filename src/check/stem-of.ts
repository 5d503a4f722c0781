import type { Block } from "../model/content.ts";
import type { Item, Part, Question } from "../model/exam.ts";

/** What an item asks: its stem, or where it has none its title. */
export function stemOf(item: Item | Question | Part): readonly Block[] {
  if (item.stem.length > 0 || !("title" in item) || item.title.length === 0) return item.stem;
  return [{ type: "paragraph", children: [...item.title] }];
}
