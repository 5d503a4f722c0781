import type { View } from "../model/page.ts";
import { printedQuestions, type Version } from "../model/version.ts";
import type { Edition, OpenExam, PrintedPages } from "./edition.ts";
import type { EditorUrl } from "./editor-url.ts";
import type { DocumentFacts, State } from "./messages.ts";
import { showProblem, spotOf } from "./spot.ts";
import { createWatcher, type Watcher } from "./watch.ts";

/** Milliseconds without a request after which documents are printed in advance: whoever has just saved wants to see. */
const REST = 400;

/** Where an exam lies, and what its places are opened with. */
export interface Desk {
  /** The exam's path, relative to `cwd`. */
  readonly file: string;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly editor?: EditorUrl | undefined;
}

/** What somebody looks at. */
interface Look {
  readonly label: string;
  readonly view: View;
}

/** An edition and which it is, from 1. */
interface Numbered {
  readonly edition: Edition;
  readonly number: number;
}

/** An exam that is read again whenever a file it was made of changes; whoever listens is told what there is to show. */
export class LiveExam {
  readonly #exam: OpenExam;
  readonly #desk: Desk;
  readonly #watcher: Watcher;
  readonly #onFault: (error: unknown) => void;
  readonly #listeners = new Set<(state: State) => void>();
  #count = 0;
  #latest: Numbered | undefined;
  /** The last edition that could be printed. */
  #shown: Numbered | undefined;
  #look: Look = { label: "", view: "student" };
  /** When a document was asked for, or news told, for the last time; milliseconds since 1970. */
  #askedAt = 0;
  #isClosed = false;
  /** The reading under way; another change while it lasts asks for one more. */
  #reading: Promise<void> | undefined;
  #isStale = false;

  /** Reads the exam for the first time at once. `onFault` hears of a fault of the program's own; nothing is read any more then. */
  constructor(exam: OpenExam, desk: Desk, onFault: (error: unknown) => void) {
    this.#exam = exam;
    this.#desk = desk;
    this.#onFault = onFault;
    this.#watcher = createWatcher(() => this.#refresh());
    this.#refresh();
  }

  /** Tells the present state, when there is one, and every one to come. Returns what ends it. */
  listen(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    if (this.#latest) listener(this.#state(this.#latest));
    return () => this.#listeners.delete(listener);
  }

  /** A document of the edition that is shown, which somebody looks at from now on. Undefined when there is none such. */
  async document(
    number: number,
    look: Look,
  ): Promise<{ readonly pdf: Uint8Array; readonly facts: DocumentFacts } | undefined> {
    const shown = this.#shown;
    const version = shown?.edition.versions.find(({ label }) => label === look.label);
    if (shown?.number !== number || !version) return undefined;
    this.#look = look;
    this.#askedAt = Date.now();
    const printed = await shown.edition.print(version, look.view);
    return printed && { pdf: printed.bytes, facts: this.#facts(shown.edition, version, printed) };
  }

  /** Stops watching and ends the browser. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#watcher.close();
    await this.#exam.close();
  }

  #refresh(): void {
    this.#isStale = true;
    this.#reading ??= this.#readWhileStale()
      .then(() => {
        this.#reading = undefined;
      })
      .catch(this.#onFault);
  }

  async #readWhileStale(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      await this.#read();
    }
  }

  /** Reads, prints what is looked at, and tells. */
  async #read(): Promise<void> {
    const readAt = Date.now();
    const edition = this.#exam.read();
    this.#watcher.watch(edition.sought, readAt);
    const latest = { edition, number: ++this.#count };
    const { label, view } = this.#look;
    const version = edition.versions.find((candidate) => candidate.label === label) ?? edition.versions[0];
    // A browser that fails is told of when the document is asked for.
    const isPrinted = version !== undefined && (await edition.print(version, view).catch(() => true)) !== undefined;
    if (this.#isClosed) return;
    this.#latest = latest;
    if (isPrinted) this.#shown = latest;
    this.#askedAt = Date.now();
    this.#tell();
    if (isPrinted) void this.#printRest(latest);
  }

  /** Waits until nothing has been asked for a while. */
  async #rest(): Promise<void> {
    while (Date.now() - this.#askedAt < REST)
      await new Promise((resolve) => setTimeout(resolve, this.#askedAt + REST - Date.now()).unref());
  }

  /** Prints the other documents in advance, those of the version that is looked at first, until the exam is read again. */
  async #printRest({ edition, number }: Numbered): Promise<void> {
    const isFirst = (version: Version) => version.label === this.#look.label;
    const versions = [...edition.versions].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    for (const version of versions) {
      for (const view of ["student", "key"] as const) {
        await this.#rest();
        if (number !== this.#count || this.#isClosed) return;
        const known = edition.problems.length;
        await edition.print(version, view).catch(() => undefined);
        if (number !== this.#count || this.#isClosed) return;
        if (edition.problems.length !== known) this.#tell();
      }
    }
  }

  #tell(): void {
    if (!this.#latest) return;
    const state = this.#state(this.#latest);
    for (const listener of this.#listeners) listener(state);
  }

  #state({ edition: { problems, sources, exam }, number }: Numbered): State {
    const { settings } = this.#shown?.edition.exam ?? exam ?? {};
    const { cwd, editor } = this.#desk;
    return {
      edition: number,
      printed: this.#shown?.number ?? 0,
      file: this.#desk.file,
      title: settings?.title ?? "",
      course: settings?.course ?? "",
      versions: this.#shown?.edition.versions.map(({ label }) => label) ?? [],
      problems: problems.map((problem) => showProblem(problem, { sources, cwd, editor })),
    };
  }

  #facts({ sources }: Edition, version: Version, { pages, layout }: PrintedPages): DocumentFacts {
    const { cwd, editor } = this.#desk;
    return {
      pages,
      questions: printedQuestions(version).map(({ number, question }, index) => ({
        number,
        page: layout.itemPages[index] ?? 0,
        ...(layout.itemCorners[index] ?? { left: 0, top: 0 }),
        spot: spotOf(question.place, { sources, cwd, editor }, 5),
      })),
    };
  }
}
