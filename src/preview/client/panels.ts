import type { ShownProblem, State } from "../messages.ts";
import { sentence, spotLink } from "./code.ts";
import { byId, element } from "./element.ts";
import { countProblems } from "./problems.ts";

/** Milliseconds: work that ends sooner is not worth a sign of it. */
const PATIENCE = 250;

/** What stands around the desk: what is open, what is told above the pages. */
export class Panels {
  readonly #side = byId("side");
  readonly #banner = byId("banner");
  /** Whether the side is open as the reader said; undefined while they have not: then it is where there is something to say. */
  #isSideWanted: boolean | undefined;
  #hasProblems = false;
  #hasSource = false;
  #broken: Node | undefined;
  #failure = "";
  #timer = 0;

  constructor() {
    byId("toggle-problems").addEventListener("click", () => this.toggleSide());
    byId("toggle-thumbnails").addEventListener("click", () => this.toggleThumbnails());
    narrow.addEventListener("change", () => this.#arrange());
  }

  /** Opens or closes what stands beside the pages. */
  toggleSide(): void {
    this.#isSideWanted = this.#side.hidden === true;
    this.#arrange();
    if (!this.#side.hidden) this.#side.scrollTop = 0;
  }

  /** Opens or closes the small pages. */
  toggleThumbnails(): void {
    const isOpen = document.body.classList.toggle("no-thumbnails") === false;
    byId("toggle-thumbnails").setAttribute("aria-expanded", String(isOpen));
  }

  /** Opens the side where problems are new to it. */
  showProblems(problems: readonly ShownProblem[]): void {
    const hasProblems = problems.some(({ severity }) => severity !== "note");
    if (hasProblems && !this.#hasProblems && this.#isSideWanted === false) this.#isSideWanted = undefined;
    this.#hasProblems = hasProblems;
    this.#arrange();
  }

  /** Opens the side for the source of a question. */
  showSource(hasSource: boolean): void {
    this.#hasSource = hasSource;
    if (hasSource) this.#isSideWanted = undefined;
    this.#arrange();
    if (hasSource) this.#side.scrollTop = 0;
  }

  /** Greys the pages of a source that has been broken since, and says so above them. */
  showBroken(state: State | undefined): void {
    document.body.classList.toggle("broken", state !== undefined);
    this.#broken = undefined;
    const first = state?.problems.find(({ severity }) => severity === "error");
    if (state) {
      const errors = countProblems(state.problems.filter(({ severity }) => severity === "error"));
      const pages = state.printed > 0 ? "These pages are the last that could be made." : "";
      this.#broken = element(
        "div",
        {},
        element("strong", {}, `The source has ${errors || "an error"}. ${pages}`),
        ...(first
          ? [element("p", {}, ...(first.spot ? [spotLink(first.spot), " "] : []), ...sentence(first.message))]
          : []),
      );
    }
    this.#arrange();
  }

  /** Says above the pages what keeps them from being shown; empty: nothing does. */
  showFailure(text: string): void {
    this.#failure = text;
    document.body.classList.toggle("failed", text !== "");
    this.#arrange();
  }

  /** Shows that pages are on their way, when that takes long. */
  isBusy(isBusy: boolean): void {
    byId("desk").setAttribute("aria-busy", String(isBusy));
    clearTimeout(this.#timer);
    if (!isBusy) byId("work").hidden = true;
    else
      this.#timer = window.setTimeout(() => {
        byId("work").hidden = false;
      }, PATIENCE);
  }

  #arrange(): void {
    const isOpen = this.#isSideWanted ?? (this.#hasSource || (this.#hasProblems && !narrow.matches));
    this.#side.hidden = !isOpen;
    byId("toggle-problems").setAttribute("aria-expanded", String(isOpen));
    const told = this.#failure ? element("strong", {}, this.#failure) : this.#broken;
    this.#banner.hidden = told === undefined;
    this.#banner.replaceChildren(...(told ? [told] : []));
  }
}

/** There is no room beside the pages. */
const narrow = matchMedia("(max-width: 760px)");
