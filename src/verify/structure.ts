import type { StructureNode } from "./lines.ts";
import { stretchName } from "./painted-text.ts";
import type { PdfFile } from "./pdf-file.ts";
import { isDictionary, nameOf, type PdfDictionary, PdfReference, type PdfValue } from "./pdf-value.ts";

/** What of an element is on one page, by the number of the page's object. Nearly all elements are on one. */
interface Branch {
  readonly on: number;
  readonly children: StructureNode[];
}

/**
 * The structure tree of each page by the number of the page's object: of the document's tree (ISO 32000-1, 14.7) what has
 * something on that page. Throws for a tree in which a branch grows twice.
 */
export function readStructure(file: PdfFile): ReadonlyMap<number, StructureNode> {
  const root = file.dictionary(file.dictionary(file.trailer.get("Root")).get("StructTreeRoot"));
  const roles = file.dictionary(root.get("RoleMap"));
  const seen = new Set<PdfDictionary>();

  function addElement(dictionary: PdfDictionary, branches: Branch[]): void {
    if (seen.has(dictionary)) throw new Error("Unexpected second place of an element in the structure tree");
    seen.add(dictionary);
    const written = nameOf(dictionary.get("S")) ?? "";
    const role = nameOf(roles.get(written)) ?? written;
    const said = file.value(dictionary.get("Alt") ?? dictionary.get("ActualText"));
    const alt = typeof said === "string" ? said : undefined;
    for (const { on, children } of branchesOf(dictionary)) {
      childrenOn(on, branches).push({ role, alt, id: undefined, children });
      // The head of a table is painted again on each page the table goes on.
      if (role === "TH") return;
    }
  }

  function branchesOf(dictionary: PdfDictionary): readonly Branch[] {
    const page = dictionary.get("Pg");
    const kids = file.value(dictionary.get("K"));
    const branches: Branch[] = [];
    if (Array.isArray(kids)) for (const kid of kids) addKid(file.value(kid), page, branches);
    else addKid(kids, page, branches);
    return branches;
  }

  function addKid(kid: PdfValue, page: PdfValue | undefined, branches: Branch[]): void {
    if (typeof kid === "number") addStretch(kid, page, branches);
    if (!isDictionary(kid)) return;
    switch (nameOf(kid.get("Type"))) {
      case "MCR":
        addStretch(kid.get("MCID"), kid.get("Pg") ?? page, branches);
        break;
      case "OBJR":
        // A link's own object paints nothing.
        break;
      default:
        addElement(kid, branches);
    }
  }

  return new Map(
    branchesOf(root).map(({ on, children }) => [on, { role: "Root", alt: undefined, id: undefined, children }]),
  );
}

function addStretch(number: PdfValue | undefined, page: PdfValue | undefined, branches: Branch[]): void {
  if (!(page instanceof PdfReference)) return;
  childrenOn(page.number, branches).push({ role: "", alt: undefined, id: stretchName(number), children: NONE });
}

const NONE: readonly StructureNode[] = [];

function childrenOn(page: number, branches: Branch[]): StructureNode[] {
  const last = branches.at(-1);
  const known = last?.on === page ? last : branches.find(({ on }) => on === page);
  if (known) return known.children;
  const children: StructureNode[] = [];
  branches.push({ on: page, children });
  return children;
}
