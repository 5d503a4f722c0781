import type { ElementContent } from "hast";
import type { Words } from "../languages/words.ts";
import type { Block, Inline } from "../model/content.ts";
import type { Exam } from "../model/exam.ts";
import type { Layout, View } from "../model/page.ts";
import type { Student } from "../model/student.ts";
import type { Version } from "../model/version.ts";
import type { AnyKind } from "../questions/kind.ts";

/** One document to be made: what each of its parts is made from. */
export interface Job {
  readonly exam: Exam;
  readonly version: Version;
  readonly view: View;
  readonly words: Words;
  /** Every kind its questions may be of. */
  readonly kinds: readonly AnyKind[];
  /** The printed paper, which its key follows page by page. */
  readonly paperLayout?: Layout;
  /** Whom the paper is made out to. */
  readonly student?: Student;
  /** Whether names are not parted into surname and name. */
  readonly wholeNames: boolean;
  /** Whether each page says that it is a draft. */
  readonly draft: boolean;
  /** Blocks written in `file` as HTML. */
  blocks(blocks: readonly Block[], file: string): ElementContent[];
  /** Words of one line as HTML. */
  inlines(inlines: readonly Inline[], file: string): ElementContent[];
}
