import type { Code, Image } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import type { Blank, CrossReference, Footnote, PageBreak, Space } from "../model/content.ts";
import type { Place } from "../model/place.ts";

/** What elements remember until the page is put together; nothing of it is printed. */
declare module "hast" {
  interface ElementData {
    /** Where it was written; it gets a `data-mark`. */
    place?: Place;
    /** Content whose markup is made by us, once the converted Markdown around it is sanitised. */
    ours?: Code | DisplayMath | Image | InlineMath | PageBreak | Space;
    /** Content that depends on the version or on the question around it. */
    pending?: Blank | CrossReference | Footnote;
  }
}
