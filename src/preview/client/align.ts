import type { DocumentFacts } from "../messages.ts";

/** Pages, from 1, that lie beside each other: of the paper and of its key. */
export interface Row {
  readonly paper?: number;
  readonly key?: number;
}

/** What of a document decides where its pages lie. */
type Paged = Pick<DocumentFacts, "pages"> & {
  readonly questions: readonly Pick<DocumentFacts["questions"][number], "page">[];
};

/**
 * Lays the pages of a key beside those of its paper. With its solutions a key is longer: each of its pages lies beside, or below,
 * the page that its first question is printed on.
 */
export function alignPages(paper: Paged, key: Paged): Row[] {
  const rows: Row[] = [];
  let placed = 0;
  for (let page = 1; page <= key.pages; page++) {
    const first = key.questions.findIndex((question) => question.page === page);
    const wanted = Math.min(paper.pages, Math.max(placed, 1, paper.questions[first]?.page ?? 0));
    while (placed < wanted - 1) rows.push({ paper: ++placed });
    rows.push(placed < wanted ? { paper: ++placed, key: page } : { key: page });
  }
  while (placed < paper.pages) rows.push({ paper: ++placed });
  return rows;
}
