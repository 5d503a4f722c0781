import { readFileSync } from "node:fs";
import type { Page } from "../../src/model/page.ts";
import type { Version } from "../../src/model/version.ts";
import { type PrintShop, sampleOf } from "./print-shop.ts";

export const sample = sampleOf(readFileSync(`${import.meta.dirname}/exam.md`, "utf8"));
export const version = sample.versions[0] as Version;
export const page = sample.page(version);

/** The student's page with some of its HTML replaced; throws where that changes nothing. */
export function changed(pattern: string | RegExp, replacement: string): Page {
  const html = page.html.replace(pattern, replacement);
  if (html === page.html) throw new Error(`Expected ${pattern} on the page, found it nowhere`);
  return { ...page, html };
}

/** The page with two stretches of its HTML exchanged. */
export function exchanged(one: string, other: string): Page {
  const pieces = page.html
    .split(one)
    .flatMap((rest, index) => [
      ...(index > 0 ? [other] : []),
      ...rest.split(other).flatMap((text, at) => (at > 0 ? [one, text] : [text])),
    ]);
  const html = pieces.join("");
  if (html === page.html) throw new Error("Expected two stretches that differ, found none");
  return { ...page, html };
}

/** The HTML of a question, counted from 0. */
export function question(index: number): string {
  return found(/<article.*?<\/article>/gs, index);
}

/** The HTML of an option, counted from 0 through all questions. */
export function option(index: number): string {
  return found(/<li class="choice-option">.*?<\/div><\/li>/gs, index);
}

/** The HTML of what stands behind an option's letter. */
export function optionContent(index: number): string {
  const [content] = /<div class="choice-content">.*<\/div>/s.exec(option(index)) ?? [];
  return content as string;
}

function found(pattern: RegExp, index: number): string {
  const html = [...page.html.matchAll(pattern)][index]?.[0];
  if (html === undefined) throw new Error(`Expected ${index + 1} times ${pattern} on the page`);
  return html;
}

/** What is found, as rule and message, when another page is printed in place of the student's. */
export async function findings(shop: PrintShop, other: Page): Promise<string[]> {
  // The printer wants questions numbered without a gap.
  let items = 0;
  const html = other.html.replace(/data-item="\d+"/g, () => `data-item="${items++}"`);
  const problems = await shop.proveOther(sample, version, { ...other, html });
  return problems.map(({ rule, message }) => `${rule} ${message}`);
}
