import { readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { expect } from "vitest";

/** Of a page's pixels so many may differ: the machine's arithmetic rounds some edges otherwise. */
export const TOLERANCE = 0.0005;

/** `npm run gallery` accepts what is printed now. */
const ACCEPT = process.env.MODE === "accept";

/** Expects a page to look as a file of the manual shows it. */
export function expectPicture(picture: Buffer, file: string): void {
  if (ACCEPT) writeFileSync(file, picture);
  expect(
    difference(picture, readFileSync(file)),
    `${file} shows another page; accept it with npm run gallery`,
  ).toBeLessThan(TOLERANCE);
}

/** The share of pixels in which two pictures differ for the eye; 1 where they are not of the same size. */
export function difference(one: Buffer, other: Buffer): number {
  const [first, second] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = first;
  if (second.width !== width || second.height !== height) return 1;
  return pixelmatch(first.data, second.data, undefined, width, height, { threshold: 0.2 }) / (width * height);
}
