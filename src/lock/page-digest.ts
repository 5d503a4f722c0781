import { createHash } from "node:crypto";
import type { Asset, Page } from "../model/page.ts";

/**
 * The SHA-256 of all a browser is given for a document, as 64 hexadecimal digits: what has the same one is printed the
 * same by one browser. White space makes no difference outside of code, so neither do the ends of the source's lines.
 */
export function pageDigest({ html, assets, paper, metadata }: Page): string {
  const files = [...assets].map(([url, asset]) => [url, asset.type, hashOf(asset)]);
  const text = JSON.stringify([
    withoutWhiteSpace(html),
    paper,
    metadata,
    files.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** White space that nobody sees, such as a comment leaves at a paragraph's end. */
const AROUND_BLOCKS = / ?(<\/?(?:p|li|ol|ul|div|table|thead|tbody|tr|td|th|blockquote|section|h[1-6])\b[^>]*>) ?/g;

function withoutWhiteSpace(html: string): string {
  return html
    .split(/(<(?:pre|code)[\s>][\s\S]*?<\/(?:pre|code)>)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[ \t\r\n]+/g, " ").replace(AROUND_BLOCKS, "$1")))
    .join("");
}

function hashOf(asset: Asset): string {
  const known = hashes.get(asset.bytes);
  if (known) return known;
  const hash = createHash("sha256").update(asset.bytes).digest("hex");
  hashes.set(asset.bytes, hash);
  return hash;
}

const hashes = new WeakMap<Uint8Array, string>();
