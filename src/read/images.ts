import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { Image, Nodes } from "mdast";
import { percentageOrLength, readAttributes } from "../model/attribute-types.ts";
import type { Asset } from "../model/page.ts";
import type { Place } from "../model/place.ts";
import type { AttributesNode } from "./attribute-syntax.ts";
import { nodeAttributes } from "./attributes.ts";
import { placeOf, type Reading } from "./reading.ts";
import { faultOfDrawing, OTHER_FORMAT, type PictureFault } from "./svg.ts";

/** A format of pictures. */
interface Format {
  /** How the file's name ends. */
  readonly extension: RegExp;
  readonly type: string;
  /** What keeps a picture from being printed. */
  fault(bytes: Uint8Array): PictureFault | undefined;
}

const FORMATS: readonly Format[] = [
  { extension: /\.png$/i, type: "image/png", fault: (bytes) => faultOfPixels(bytes, "png") },
  { extension: /\.jpe?g$/i, type: "image/jpeg", fault: (bytes) => faultOfPixels(bytes, "jpg") },
  { extension: /\.webp$/i, type: "image/webp", fault: (bytes) => faultOfPixels(bytes, "webp") },
  { extension: /\.svg$/i, type: "image/svg+xml", fault: faultOfDrawing },
];

/** The most pixels of a picture: A4 at 600 dpi has 35 million. Printing takes four bytes for each, however small the file. */
const MAX_PIXELS = 50_000_000;

/** Understands an image and the attributes directly behind it: its file becomes an asset, its URL that asset's. */
export function understandImage(image: Image, attributes: AttributesNode | undefined, reading: Reading): Image {
  const given = attributes && nodeAttributes(attributes, reading);
  const size = readAttributes(given, {
    of: "an image",
    types: { width: percentageOrLength, height: percentageOrLength },
    report: reading.report,
  });
  const height = given?.entries.find(({ name }) => name === "height");
  if (height && size.height?.endsWith("%")) {
    reading.report({
      severity: "warning",
      rule: "idle-attribute",
      message: `A height of ${size.height} changes nothing: text has no height to take a share of`,
      hint: "Write the height in cm or mm, or a width in %.",
      place: height.place,
    });
  }
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
  const wrong = format.fault(file.bytes);
  if (wrong) return fault(wrong.rule, `${name} ${wrong.message}`, wrong.hint);
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

/** By its head alone; `format` is as `image-size` names it. */
function faultOfPixels(bytes: Uint8Array, format: string): PictureFault | undefined {
  const pixels = pixelsOf(bytes, format);
  if (pixels === undefined) return { rule: "image-format", message: "is not what its ending says", hint: OTHER_FORMAT };
  if (pixels <= MAX_PIXELS) return undefined;
  const millions = (count: number) => `${Math.ceil(count / 1e6)} million pixels`;
  const message = `has ${millions(pixels)}, expected at most ${millions(MAX_PIXELS)}`;
  return { rule: "image-too-large", message, hint: "Save it smaller; on paper 300 pixels an inch are plenty." };
}

function pixelsOf(bytes: Uint8Array, format: string): number | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    return type === format ? width * height : undefined;
  } catch {
    return undefined;
  }
}
