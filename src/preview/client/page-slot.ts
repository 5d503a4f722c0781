import { type PDFPageProxy, TextLayer } from "pdfjs-dist";
import type { View } from "../../model/page.ts";
import type { PrintedQuestion } from "../messages.ts";
import { element } from "./element.ts";
import { type Region, regionsOf } from "./regions.ts";

/** CSS pixels to a point. */
const PIXELS = 96 / 72;
/** The most pixels a browser can be trusted to paint at once. */
const MOST_PIXELS = 2 ** 24;

/** What is put into a slot. */
export interface SlotContent {
  readonly page: PDFPageProxy;
  readonly view: View;
  /** Of the whole document. */
  readonly questions: readonly PrintedQuestion[];
}

/** A place on the desk where one page lies. What is painted is put there when it is ready, so that nothing ever flickers. */
export class PageSlot {
  readonly element = element("div", { class: "page", role: "group" });
  /** Near enough to be seen soon. */
  isNear = false;
  readonly #choose: (question: PrintedQuestion) => void;
  #content: SlotContent | undefined;
  #regions: readonly Region[] = [];
  /** What was painted last: the page and its size in device pixels. */
  #painted: { readonly page: PDFPageProxy; readonly width: number } | undefined;
  #scale = 1;

  /** `choose` hears of a question that was clicked on. */
  constructor(choose: (question: PrintedQuestion) => void) {
    this.#choose = choose;
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("pointermove", (event) => this.#point(this.#regionAt(event)));
    this.element.addEventListener("pointerleave", () => this.#point(undefined));
  }

  /** Size of the page it holds, in CSS pixels at its true size. */
  get size(): { readonly width: number; readonly height: number } {
    const viewport = this.#content?.page.getViewport({ scale: PIXELS });
    return { width: viewport?.width ?? 0, height: viewport?.height ?? 0 };
  }

  /** Takes another page, which is not seen before it is painted; or none, where the document beside it is longer. */
  put(content: SlotContent | undefined): void {
    this.#content = content;
    this.element.classList.toggle("none", content === undefined);
    if (!content) {
      this.clear();
      return;
    }
    const name = content.view === "key" ? "Key" : "Paper";
    this.element.dataset.view = content.view;
    this.element.setAttribute("aria-label", `${name}, page ${content.page.pageNumber}`);
    this.#regions = regionsOf(content.questions, content.page.pageNumber, this.size);
    const { width, height } = this.size;
    this.element.style.setProperty("--width", String(width));
    this.element.style.setProperty("--height", String(height));
  }

  /** Shows the page in another size: what is painted is stretched until it is painted anew. */
  scale(zoom: number): void {
    this.#scale = zoom;
    this.element.style.setProperty("--total-scale-factor", String(zoom * PIXELS));
  }

  /** Paints the page where that is needed. Returns what puts it into its place, or undefined where it lies there. */
  async paint(): Promise<(() => void) | undefined> {
    const content = this.#content;
    if (!content) return undefined;
    const { page } = content;
    const { width, height } = this.size;
    const most = Math.sqrt(MOST_PIXELS / (width * height));
    const density = Math.min(this.#scale * window.devicePixelRatio, most);
    const pixels = Math.round(width * density);
    if (this.#painted?.page === page && this.#painted.width === pixels) return undefined;
    const isNew = this.#painted?.page !== page;
    const painting = Promise.all([paintPage(page, density * PIXELS), isNew ? textOf(page) : undefined]);
    // Another page may have come while this one was painted, and its document be closed.
    const painted = await painting.catch((error) => {
      if (this.#content === content) throw error;
    });
    if (!painted) return undefined;
    const [canvas, text] = painted;
    return () => {
      if (this.#content !== content) return;
      this.#painted = { page, width: pixels };
      if (isNew) this.element.replaceChildren(canvas, ...(text ? [text] : []), ...this.#marks());
      else this.element.querySelector("canvas")?.replaceWith(canvas);
    };
  }

  /** Takes the place off the desk. */
  remove(): void {
    this.put(undefined);
    this.element.remove();
  }

  /** Lets the painting of a page go that is far away. */
  clear(): void {
    this.#painted = undefined;
    this.element.replaceChildren();
  }

  /** Marks the question that is looked at; none without a number. */
  choose(number: number | undefined): void {
    for (const mark of this.element.querySelectorAll<HTMLElement>(".question"))
      mark.classList.toggle("chosen", Number(mark.dataset.number) === number);
  }

  /** A frame around each question, with a button in the margin for whoever has no mouse. */
  #marks(): HTMLElement[] {
    const { width, height } = this.size;
    const percent = (length: number, whole: number) => `${(100 * length) / whole}%`;
    return this.#regions.map(({ question, left, top, right, bottom, isStart }) => {
      const { number, spot } = question;
      const frame = element("div", { class: "question", "data-number": number });
      frame.style.left = percent(left, width);
      frame.style.top = percent(top, height);
      frame.style.width = percent(right - left, width);
      frame.style.height = percent(bottom - top, height);
      if (!isStart) return frame;
      const label = `Question ${number}: ${spot.file}, line ${spot.line}`;
      const button = element("button", { type: "button", "aria-label": label, title: label }, `:${spot.line}`);
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        this.#choose(question);
      });
      frame.append(button);
      return frame;
    });
  }

  #regionAt({ clientX, clientY }: MouseEvent): Region | undefined {
    const box = this.element.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * this.size.width;
    const y = ((clientY - box.top) / box.height) * this.size.height;
    return this.#regions.find(({ left, top, right, bottom }) => left <= x && x < right && top <= y && y < bottom);
  }

  #point(region: Region | undefined): void {
    for (const [index, frame] of this.element.querySelectorAll(".question").entries())
      frame.classList.toggle("pointed", this.#regions[index] === region);
  }

  #click(event: MouseEvent): void {
    // Whoever selects text wants the text.
    const region = getSelection()?.isCollapsed === false ? undefined : this.#regionAt(event);
    if (region) this.#choose(region.question);
  }
}

/** A page as a picture; `scale` is device pixels a point. */
export async function paintPage(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale });
  const canvas = element("canvas", { "aria-hidden": "true" });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/** The text of a page where it stands, to be read out, searched and selected. */
async function textOf(page: PDFPageProxy): Promise<HTMLElement> {
  const container = element("div", { class: "textLayer" });
  const textContentSource = await page.getTextContent();
  await new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale: 1 }) }).render();
  return container;
}
