import type { Result } from "hastscript";
import type { Space } from "../model/content.ts";

/** Room for an answer: blank, ruled, framed or squared. Its size is in custom properties, which the style sheet uses. */
export function renderSpace(space: Space): Result {
  const form = space.grid ? "space-grid" : space.lines ? "space-lines" : "space-blank";
  const size = [
    space.lines && `--lines: ${space.lines}`,
    space.height && `--height: ${space.height}mm`,
    space.grid && `--grid: ${space.grid}mm`,
  ];
  return (
    <div
      class={["space", form, space.box && "space-box"].filter(Boolean).join(" ")}
      style={size.filter(Boolean).join("; ")}
      data-fill={space.fill && ""}
    >
      {Array.from({ length: space.lines ?? 0 }, () => (
        <div class="space-line" />
      ))}
    </div>
  );
}
