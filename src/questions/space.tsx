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
      style={size.filter(Boolean).join("; ") || undefined}
      data-fill={space.fill && ""}
    >
      {Array.from({ length: space.lines ?? 0 }, () => (
        <div class="space-line" />
      ))}
      {space.grid ? renderSquares(space.grid, space.height ?? LONGEST) : null}
    </div>
  );
}

/** The longer side of the largest paper, A3, in millimetres. */
const LONGEST = 420;

/** Lines for the largest page; the space shows as much of them as it has room for. Gradients would print as a blur. */
function renderSquares(side: number, height: number): Result {
  const steps = (length: number) => Array.from({ length: Math.floor(length / side) + 1 }, (_, index) => index * side);
  const path = [
    ...steps(LONGEST).map((x) => `M${round(x)} 0V${height}`),
    ...steps(height).map((y) => `M0 ${round(y)}H${LONGEST}`),
  ].join("");
  return (
    <svg viewBox={`0 0 ${LONGEST} ${height}`} style={`width: ${LONGEST}mm; height: ${height}mm`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

function round(millimetres: number): number {
  return Math.round(millimetres * 1000) / 1000;
}
