import { byId } from "./element.ts";

/** What single keys do, by the key. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Lets single keys act, but where something is typed, with a modifier, or when the reader has switched them off. */
export function listenToKeys(shortcuts: Shortcuts): void {
  const help = byId<HTMLDialogElement>("help");
  const areOn = byId<HTMLInputElement>("shortcuts");
  byId("open-help").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target instanceof HTMLSelectElement || (!areOn.checked && event.key !== "Escape")) return;
    const act = event.key === "?" ? () => help.showModal() : shortcuts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
