import { imageSize } from "image-size";
import type { Asset } from "../../model/page.ts";
import { standInColour } from "./stand-ins.ts";

/**
 * A drawing that fills the place it is given as a picture does: a triangle from corner to corner in a colour that is its number,
 * drawn twice in one as nobody draws.
 * Undefined for a drawing that has no coordinates of its own or looks otherwise in another size, and for what is no picture.
 */
export function pictureStandIn({ type, bytes }: Asset, number: number): Asset | undefined {
  const frame = type === "image/svg+xml" ? frameOfDrawing(Buffer.from(bytes).toString("utf8")) : frameOfPixels(bytes);
  if (!frame) return undefined;
  const [left, top, width, height] = frame.box;
  const triangle = `M${left} ${top}H${left + width}L${left} ${top + height}Z`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg"${frame.attributes}><path fill="${standInColour(number)}" d="${triangle}${triangle}"/></svg>`;
  return { type: "image/svg+xml", bytes: Buffer.from(text) };
}

/** What says how a drawing fills its place, and its coordinates: left, top, width, height. */
interface Frame {
  readonly attributes: string;
  readonly box: readonly [number, number, number, number];
}

/** What of a drawing's outermost element says how large it is. */
const FRAME_ATTRIBUTES = ["width", "height", "viewBox", "preserveAspectRatio"];

function frameOfDrawing(svg: string): Frame | undefined {
  if (SIZED.test(svg)) return undefined;
  const tag = /<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(svg.replace(/<!--.*?-->/gs, ""))?.[0] ?? "";
  const attributes = new Map(
    [...tag.matchAll(/\s([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
      .map(([, name = "", double, single]) => [name, double ?? single ?? ""] as const)
      .filter(([name]) => FRAME_ATTRIBUTES.includes(name)),
  );
  const box = attributes
    .get("viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box?.length !== 4 || !box.every(Number.isFinite)) return undefined;
  const written = [...attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`).join("");
  return { attributes: written, box: box as [number, number, number, number] };
}

/** What a drawing does not do alike in every size: strokes and styles that look at it, and what is painted as pixels. */
const SIZED = /vector-effect|@media|@container|\d(?:vw|vh|vmin|vmax)\b|<(?:[\w-]+:)?(?:filter|pattern|foreignObject)\b/;

function frameOfPixels(bytes: Uint8Array): Frame | undefined {
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    return undefined;
  }
  const { width, height, orientation = 1 } = size;
  // The browser turns a photograph as its camera was held; from 5 on it lay on its side.
  const [across, down] = orientation < 5 ? [width, height] : [height, width];
  const attributes = ` width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" preserveAspectRatio="none"`;
  return { attributes, box: [0, 0, across, down] };
}
