import type { PrintedQuestion } from "../messages.ts";
import type { OpenDocument } from "./documents.ts";
import { byId, element } from "./element.ts";
import type { Look } from "./look.ts";
import { PageSlot } from "./page-slot.ts";

/** Who hears of what happens on the desk. */
export interface DeskListener {
  /** A question was clicked on. */
  onQuestion(question: PrintedQuestion): void;
  /** Another page, from 1, lies in the middle. */
  onPage(page: number): void;
  /** The pages have another size. */
  onZoom(zoom: number): void;
}

/** Pages that lie beside each other. */
interface Sheet {
  readonly element: HTMLLIElement;
  readonly slots: PageSlot[];
}

/** Pages are not made larger than this to fill a wide window. */
const LARGEST_FIT = 1.35;

/** The desk that the pages of one or two documents lie on, one sheet below the other. */
export class Desk {
  readonly #desk = byId("desk");
  readonly #list = byId("sheets");
  readonly #listener: DeskListener;
  readonly #nearness: IntersectionObserver;
  readonly #middle: IntersectionObserver;
  #sheets: Sheet[] = [];
  #wanted: Look["zoom"] = "fit";
  #zoom = 1;
  #chosen: number | undefined;
  #page = 1;
  #paintTimer = 0;

  constructor(listener: DeskListener) {
    this.#listener = listener;
    this.#nearness = new IntersectionObserver((entries) => this.#see(entries), {
      root: this.#desk,
      rootMargin: "100% 0px",
    });
    this.#middle = new IntersectionObserver((entries) => this.#passMiddle(entries), {
      root: this.#desk,
      rootMargin: "-45% 0px -55% 0px",
    });
    new ResizeObserver(() => this.#fit()).observe(this.#desk);
  }

  /** The page in the middle, from 1. */
  get page(): number {
    return this.#page;
  }

  /** How many sheets lie on the desk. */
  get length(): number {
    return this.#sheets.length;
  }

  /** The size of the pages; 1 is true size. */
  get zoom(): number {
    return this.#zoom;
  }

  /**
   * Lays documents side by side in the place of those that lie there, without moving: what can be seen is painted first and
   * then replaced at once. Resolves when it is.
   */
  async show(documents: readonly OpenDocument[]): Promise<void> {
    const length = Math.max(...documents.map(({ pages }) => pages.length));
    const isEmpty = this.#sheets.length === 0;
    while (this.#sheets.length < length) this.#addSheet();
    const spare = this.#sheets.slice(length);
    for (const [index, sheet] of this.#sheets.slice(0, length).entries()) this.#fill(sheet, documents, index);
    if (isEmpty) {
      this.#list.append(...this.#sheets.map((sheet) => sheet.element));
      this.#fit();
    }
    const inSight = this.#sheets.slice(0, length).filter(({ element }) => this.#isInSight(element));
    const painted = await Promise.all(inSight.flatMap(({ slots }) => slots.map((slot) => slot.paint())));

    for (const put of painted) put?.();
    for (const { element, slots } of spare) {
      for (const slot of slots) slot.remove();
      element.remove();
      this.#nearness.unobserve(element);
      this.#middle.unobserve(element);
    }
    this.#sheets.length = Math.min(this.#sheets.length, length);
    this.#list.append(...this.#sheets.map((sheet) => sheet.element).filter((sheet) => !sheet.isConnected));
    for (const { slots } of this.#sheets) for (const slot of slots.splice(documents.length)) slot.remove();
    this.#list.dataset.beside = String(documents.length);
    this.#fit();
    this.choose(this.#chosen);
    this.#paintSoon(0);
  }

  /** Sets the size of the pages. */
  setZoom(zoom: Look["zoom"]): void {
    this.#wanted = zoom;
    this.#fit();
  }

  /** Brings a page, from 1, into sight. */
  goTo(page: number): void {
    const sheet = this.#sheets[Math.max(1, Math.min(page, this.#sheets.length)) - 1];
    sheet?.element.scrollIntoView({ block: "start", behavior: calm.matches ? "instant" : "smooth" });
  }

  /** Marks a question; none without a number. */
  choose(number: number | undefined): void {
    this.#chosen = number;
    for (const { slots } of this.#sheets) for (const slot of slots) slot.choose(number);
  }

  #addSheet(): void {
    const sheet = { element: element("li"), slots: [] };
    this.#sheets.push(sheet);
    this.#nearness.observe(sheet.element);
    this.#middle.observe(sheet.element);
  }

  #fill({ element, slots }: Sheet, documents: readonly OpenDocument[], index: number): void {
    for (const [place, { pages, view, questions }] of documents.entries()) {
      const page = pages[index];
      let slot = slots[place];
      if (!slot) {
        slot = new PageSlot((question) => this.#listener.onQuestion(question));
        slot.scale(this.#zoom);
        slots[place] = slot;
        element.append(slot.element);
      }
      slot.put(page && { page, view, questions });
    }
  }

  #isInSight(sheet: HTMLElement): boolean {
    const box = sheet.getBoundingClientRect();
    const desk = this.#desk.getBoundingClientRect();
    return sheet.isConnected && box.bottom > desk.top && box.top < desk.bottom;
  }

  /** Gives the pages their size, and keeps what lies in the middle there. */
  #fit(): void {
    const widths = this.#sheets[0]?.slots.map((slot) => slot.size.width) ?? [];
    if (widths.length === 0) return;
    const { columnGap, paddingLeft, paddingRight, flexDirection } = getComputedStyle(
      this.#sheets[0]?.element as Element,
    );
    const isStacked = flexDirection === "column";
    const gaps = Number.parseFloat(columnGap) * (widths.length - 1) || 0;
    const width = isStacked ? Math.max(...widths) : widths.reduce((sum, one) => sum + one, 0);
    const sides = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
    const room = this.#desk.clientWidth - sides - (isStacked ? 0 : gaps);
    const zoom = this.#wanted === "fit" ? Math.max(0.1, Math.min(LARGEST_FIT, room / width)) : this.#wanted;
    for (const { slots } of this.#sheets) for (const slot of slots) slot.scale(zoom);
    if (zoom === this.#zoom) return;
    const { scrollTop, clientHeight } = this.#desk;
    const middle = (scrollTop + clientHeight / 2) * (zoom / this.#zoom);
    this.#zoom = zoom;
    this.#desk.scrollTop = scrollTop === 0 ? 0 : middle - clientHeight / 2;
    this.#listener.onZoom(zoom);
    this.#paintSoon(120);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.#sheets.find(({ element }) => element === target);
      for (const slot of sheet?.slots ?? []) slot.isNear = isIntersecting;
      // Painted pages take megabytes each.
      if (!isIntersecting) for (const slot of sheet?.slots ?? []) slot.clear();
    }
    this.#paintSoon(0);
  }

  #passMiddle(entries: readonly IntersectionObserverEntry[]): void {
    const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
    const index = this.#sheets.findIndex(({ element }) => element === entry?.target);
    if (index < 0) return;
    this.#page = index + 1;
    this.#listener.onPage(index + 1);
  }

  #paintSoon(delay: number): void {
    clearTimeout(this.#paintTimer);
    this.#paintTimer = window.setTimeout(() => void this.#paintNear(), delay);
  }

  /** Paints what is near, those pages first that are in sight. */
  async #paintNear(): Promise<void> {
    const near = this.#sheets.flatMap(({ slots, element }) =>
      slots.filter(({ isNear }) => isNear).map((slot) => ({ slot, inSight: this.#isInSight(element) })),
    );
    for (const { slot } of near.sort((a, b) => Number(b.inSight) - Number(a.inSight))) {
      const put = await slot.paint();
      if (!put) continue;
      put();
      slot.choose(this.#chosen);
    }
  }
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
