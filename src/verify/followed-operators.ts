import { type Operator, operatorsOf } from "./operators.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PdfValue } from "./pdf-value.ts";
import { type Box, MOVES, Placement, union } from "./placement.ts";

/** Letters. */
const SHOWING: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
/** What has to do with text or with places. */
const FOLLOWED = new Set([...SHOWING, "BMC", "BDC", "EMC", "Do", "BI", ...MOVES]);

/** Lines and areas. */
export const PAINTING: ReadonlySet<string> = new Set(["f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "sh"]);
/** The same, and what else is painted: of a page, or a form that marks stretches itself. */
const FOLLOWED_WHERE_MARKED: ReadonlySet<string> = new Set([...FOLLOWED, ...PAINTING]);

/** Of these only the places of words are learned. */
const OF_PLACES: ReadonlySet<string> = new Set(MOVES.filter((name) => !["Tf", "Tm", "q", "Q"].includes(name)));

/** The operators of a page's content. Throws where it cannot be understood. */
export function operatorsOfPage(content: Buffer): Iterable<Operator> {
  return operatorsOf(content, FOLLOWED_WHERE_MARKED);
}

/** What a form does, and what of it has to do with text. */
interface FormOperators {
  readonly all: readonly Operator[];
  readonly text: readonly Operator[];
  /** Of a picture the frame through which it is seen, in the form's coordinates. */
  readonly frame: Box | undefined;
  /** Around the places of its letters: less than all their ink. */
  readonly letters: Box | undefined;
}

/** By their bytes: a formula and a picture are the same in all documents of an exam, and often in one. */
const forms = new Map<string, FormOperators>();

/** Bytes of forms that are remembered. */
const MOST_BYTES = 30_000_000;
let remembered = 0;

/** The operators of a form. Throws where its content cannot be understood. */
export function operatorsOfForm(form: PdfValue | undefined, file: PdfFile): FormOperators {
  const bytes = file.packed(form).toString("latin1");
  const known = forms.get(bytes);
  if (known) return known;
  const content = file.content(form);
  // What is in a form that marks nothing itself is painted where the form is.
  const all = [...operatorsOf(content, content.includes("BDC") ? FOLLOWED_WHERE_MARKED : FOLLOWED)];
  const operators = { all, text: all.filter(({ name }) => !OF_PLACES.has(name)), ...placesIn(all) };
  remembered += bytes.length;
  if (remembered > MOST_BYTES) {
    forms.clear();
    remembered = bytes.length;
  }
  forms.set(bytes, operators);
  return operators;
}

/** The first rectangle that bounds what is painted, and one around the letters; undefined where there are none. */
function placesIn(operators: readonly Operator[]): Pick<FormOperators, "frame" | "letters"> {
  const placement = new Placement(EVERYWHERE);
  let frame: Box | undefined;
  for (const { name, source } of operators) {
    placement.take(name, source);
    if (SHOWING.has(name)) placement.show(ANY_LETTER, "", 0);
    if (placement.clip !== EVERYWHERE) frame ??= placement.clip;
  }
  placement.finish();
  return { frame, letters: placement.placed.map(({ box }) => box).reduce<Box | undefined>(around, undefined) };
}

function around(all: Box | undefined, box: Box): Box {
  return all ? union(all, box) : box;
}

const ANY_LETTER = "x";

const EVERYWHERE: Box = { left: -1e9, bottom: -1e9, right: 1e9, top: 1e9 };
