import { createHash } from "node:crypto";
import type { Image, Nodes } from "mdast";
import { percentageOrLength, readAttributes } from "../model/attribute-types.ts";
import type { Asset } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { AttributesNode } from "./attribute-syntax.ts";
import { nodeAttributes } from "./attributes.ts";
import { placeOf, type Reading } from "./reading.ts";

/** Picture formats, each with the bytes that tell it from a file that only has the name. */
const FORMATS: readonly { readonly extension: RegExp; readonly type: string; is(bytes: Uint8Array): boolean }[] = [
  { extension: /\.png$/i, type: "image/png", is: (bytes) => latin1(bytes, 1, 4) === "PNG" },
  { extension: /\.jpe?g$/i, type: "image/jpeg", is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 },
  {
    extension: /\.webp$/i,
    type: "image/webp",
    is: (bytes) => latin1(bytes, 0, 4) === "RIFF" && latin1(bytes, 8, 12) === "WEBP",
  },
  {
    extension: /\.svg$/i,
    type: "image/svg+xml",
    is: (bytes) => isSvg(new TextDecoder().decode(bytes)),
  },
];

/** What may stand before an SVG's root element. */
const SVG_PROLOGUE = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>/y;

/** Understands an image and the attributes directly behind it: its file becomes an asset, its URL that asset's. */
export function understandImage(image: Image, attributes: AttributesNode | undefined, reading: Reading): Image {
  const size = readAttributes(attributes && nodeAttributes(attributes, reading), {
    of: "an image",
    types: { width: percentageOrLength, height: percentageOrLength },
    report: reading.report,
  });
  image.data = { ...image.data, ...size };
  const url = readImage(decodedPath(image.url), placeOf(image as Nodes, reading), reading);
  if (url) image.url = url;
  return image;
}

/** Reads a picture named in a source and returns its asset's URL, which tells nothing of its name; reports why it cannot. */
export function readImage(name: string, place: Place, reading: Reading): string | undefined {
  const fault = (rule: string, message: string, hint: string): undefined => {
    reading.report({ severity: "error", rule, message, hint, place });
  };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) {
    return fault(
      "image-url",
      `Unexpected address ${name}, expected a file`,
      "Save the picture beside the exam and name that file.",
    );
  }
  if (name === "")
    return fault("image-format", "Unexpected image without a file", "Name one: ![a rising line](graph.svg).");
  const format = FORMATS.find(({ extension }) => extension.test(name));
  if (!format)
    return fault("image-format", `Unexpected image ${name}, expected png, jpg, webp or svg`, "Convert the picture.");
  const file = reading.files.readNamed(name, reading.folder);
  if ("fault" in file) return fault(file.fault.rule, file.fault.message, file.fault.hint);
  if (!format.is(file.bytes)) {
    return fault("image-format", `${name} is not what its ending says`, "Save it again in the format of its ending.");
  }
  return addAsset({ type: format.type, bytes: file.bytes }, reading.assets);
}

function addAsset(asset: Asset, assets: Map<string, Asset>): string {
  const hash = createHash("sha256").update(asset.bytes).digest("hex").slice(0, 16);
  const url = `/images/${hash}.${asset.type.split("/")[1]?.split("+")[0]}`;
  assets.set(url, asset);
  return url;
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Piece by piece, so that a hostile file cannot make one expression try all ways to divide its comments. */
function isSvg(text: string): boolean {
  let at = 0;
  for (;;) {
    SVG_PROLOGUE.lastIndex = at;
    if (!SVG_PROLOGUE.test(text)) return /^<svg[\s>]/.test(text.slice(at, at + 5));
    at = SVG_PROLOGUE.lastIndex;
  }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
