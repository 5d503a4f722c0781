import type { PrintedQuestion } from "../messages.ts";
import { codeFrame, spotLink } from "./code.ts";
import { byId, element } from "./element.ts";

/** Shows where a question is written; nothing without one. `close` is called when the reader is done. */
export function showSource(question: PrintedQuestion | undefined, close: () => void): void {
  const section = byId("source");
  section.hidden = question === undefined;
  section.replaceChildren(...(question ? sourceOf(question, close) : []));
}

function sourceOf({ number, spot }: PrintedQuestion, close: () => void): HTMLElement[] {
  const dismiss = element("button", { type: "button", class: "dismiss", "aria-label": "Close" }, "×");
  dismiss.addEventListener("click", close);
  const copy = element("button", { type: "button" }, "Copy place");
  copy.addEventListener("click", () => {
    void navigator.clipboard?.writeText(`${spot.file}:${spot.line}`);
    copy.textContent = "Copied";
  });
  const open = spot.editor ? [element("a", { class: "button", href: spot.editor }, "Open in editor")] : [];
  return [
    element("header", {}, element("h2", {}, `Question ${number}`), dismiss),
    element("p", { class: "kind" }, spotLink(spot)),
    ...codeFrame(spot),
    element("p", { class: "actions" }, ...open, copy),
  ];
}
