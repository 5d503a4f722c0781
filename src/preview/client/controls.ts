import { byId, element } from "./element.ts";
import type { Look } from "./look.ts";

/** Versions that fit beside each other; more are a list to open. */
const MOST_SEGMENTS = 6;

/** The choices in the header. */
export class Controls {
  readonly #versions = byId("versions");
  readonly #change: (look: Partial<Look>) => void;
  #labels: readonly string[] = [];

  /** `change` hears of what was chosen. */
  constructor(change: (look: Partial<Look>) => void) {
    this.#change = change;
    byId("views").addEventListener("change", ({ target }) =>
      change({ view: (target as HTMLInputElement).value as Look["view"] }),
    );
    this.#versions.addEventListener("change", ({ target }) => change({ version: (target as HTMLInputElement).value }));
  }

  /** Shows what can be chosen and what is. */
  show({ version, view }: Look, labels: readonly string[]): void {
    if (labels.join() !== this.#labels.join()) this.#offer(labels);
    const choice = this.#versions.querySelector("select");
    if (choice) choice.value = version;
    for (const input of document.querySelectorAll<HTMLInputElement>("header input"))
      input.checked = input.value === (input.name === "version" ? version : view);
  }

  /** Chooses the version before or behind. */
  step(version: string, direction: 1 | -1): void {
    const label = this.#labels[this.#labels.indexOf(version) + direction];
    if (label !== undefined) this.#change({ version: label });
  }

  /** Chooses a version by its place, from 1. */
  choose(place: number): void {
    const label = this.#labels[place - 1];
    if (label !== undefined) this.#change({ version: label });
  }

  #offer(labels: readonly string[]): void {
    this.#labels = labels;
    this.#versions.hidden = labels.length < 2;
    const legend = element("legend", {}, "Version");
    if (labels.length > MOST_SEGMENTS) {
      const options = labels.map((label) => element("option", { value: label }, label));
      this.#versions.replaceChildren(legend, element("select", { "aria-label": "Version" }, ...options));
      return;
    }
    const segments = labels.map((label) =>
      element(
        "label",
        { title: `Version ${label}` },
        element("input", { type: "radio", name: "version", value: label }),
        element("span", {}, label),
      ),
    );
    this.#versions.replaceChildren(legend, ...segments);
  }
}
