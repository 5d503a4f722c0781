/** What is looked at, and how. Kept in the address, so that loading the page anew changes nothing. */
export interface Look {
  /** Label of a version; the first where there is none such. */
  readonly version: string;
  readonly view: "student" | "key" | "both";
  /** Size of the pages, 1 for true size; `fit` for the width there is. */
  readonly zoom: number | "fit";
}

/** Sizes that + and − go through. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next larger or smaller size. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction > 0 ? STEPS : STEPS.toReversed();
  return steps.find((step) => (step - zoom) * direction > 0.01) ?? zoom;
}

/** The look an address asks for. */
export function readLook(hash: string): Look {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const view = asked.get("view");
  const zoom = Number(asked.get("zoom"));
  return {
    version: asked.get("version") ?? "",
    view: view === "key" || view === "both" ? view : "student",
    zoom: zoom >= 0.25 && zoom <= 4 ? zoom : "fit",
  };
}

/** The part of an address that asks for a look. */
export function writeLook({ version, view, zoom }: Look): string {
  const asked = new URLSearchParams({ version, view });
  if (zoom !== "fit") asked.set("zoom", String(zoom));
  return `#${asked}`;
}
