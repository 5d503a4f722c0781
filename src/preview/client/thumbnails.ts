import type { OpenDocument } from "./documents.ts";
import { byId, element } from "./element.ts";
import { paintPage } from "./page-slot.ts";

/** Width of a small page, in points of the screen at most; it is painted for a fine one. */
const WIDTH = 190;

/** The pages of a document, small and in a row, to go to. */
export class Thumbnails {
  readonly #list = byId("thumbnails");
  readonly #goTo: (page: number) => void;
  #current = 1;
  #painting = 0;

  /** `goTo` hears which page, from 1, is wanted. */
  constructor(goTo: (page: number) => void) {
    this.#goTo = goTo;
  }

  /** Shows the pages of documents that lie beside each other, of each sheet the first; one stays as it was until it is painted. */
  async show(documents: readonly OpenDocument[]): Promise<void> {
    const painting = ++this.#painting;
    const length = documents[0]?.pages.length ?? 0;
    while (this.#list.childElementCount > length) this.#list.lastElementChild?.remove();
    while (this.#list.childElementCount < length) this.#list.append(this.#button(this.#list.childElementCount + 1));
    this.mark(this.#current);
    for (const [index, button] of [...this.#list.children].entries()) {
      const document = documents.find(({ pages }) => pages[index]);
      const page = document?.pages[index];
      if (!page) continue;
      button.setAttribute("aria-label", `${document.view === "key" ? "Key" : "Paper"}, page ${page.pageNumber}`);
      button.lastElementChild?.replaceChildren(String(page.pageNumber));
      const canvas = await paintPage(page, WIDTH / page.getViewport({ scale: 1 }).width).catch(() => undefined);
      if (painting !== this.#painting || !canvas) return;
      button.querySelector("canvas")?.replaceWith(canvas);
    }
  }

  /** Marks the page, from 1, that lies in the middle. */
  mark(page: number): void {
    this.#current = page;
    for (const [index, button] of [...this.#list.children].entries()) {
      if (index + 1 === page) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    const list = this.#list.getBoundingClientRect();
    const box = this.#list.children[page - 1]?.getBoundingClientRect();
    // `scrollIntoView` would move the desk too.
    if (box && (box.top < list.top || box.bottom > list.bottom))
      this.#list.scrollTop += box.top - list.top - (list.height - box.height) / 2;
  }

  #button(page: number): HTMLButtonElement {
    const button = element(
      "button",
      { type: "button" },
      element("canvas", { "aria-hidden": "true" }),
      element("span", { "aria-hidden": "true" }),
    );
    button.addEventListener("click", () => this.#goTo(page));
    return button;
  }
}
