import { createHash } from "node:crypto";
import { type Built, printFileName } from "../export/built.ts";
import { wordsFor } from "../languages/words.ts";
import type { OutFile } from "../model/out-file.ts";
import type { Metadata } from "../model/page.ts";
import { fullName, type Student } from "../model/student.ts";
import { PrintFile } from "../print/print-file.ts";

/** The file of all papers to be handed out, each under a title in its outline. */
export class AllPapers {
  readonly #exam: string;
  readonly #lang: string;
  readonly #file = new PrintFile();

  /** `exam` is its name, `lang` its language. */
  constructor(exam: string, lang: string) {
    this.#exam = exam;
    this.#lang = lang;
  }

  addVersion(bytes: Uint8Array, label: string): void {
    this.#file.add(bytes, `${wordsFor(this.#lang).language.labels.version} ${label}`);
  }

  addCopy(bytes: Uint8Array, student: Pick<Student, "surname" | "name" | "code">): void {
    this.#file.add(bytes, [fullName(student), student.code].filter(Boolean).join(" · "));
  }

  /** The file, and its entry in the manifest; at least one paper was added before. */
  finish(metadata: Metadata): { readonly entry: NonNullable<Built["print"]>; readonly file: OutFile } {
    const bytes = this.#file.finish(metadata);
    const path = printFileName(this.#exam);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { entry: { file: path, title: metadata.title, pages: this.#file.pages, sha256 }, file: { path, bytes } };
  }
}
