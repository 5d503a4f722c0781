import { createHash } from "node:crypto";
import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** An id and where it comes from. */
export interface Identity {
  readonly id: string;
  readonly idFrom: "author" | "title" | "text";
}

/** The id of a question: the author's, else its title's slug, else a hash of its text. */
export function identify(own: string | undefined, title: Heading, text: string): Identity {
  if (own !== undefined) return { id: own, idFrom: "author" };
  const slug = slugOf(textOf(title));
  if (slug) return { id: slug, idFrom: "title" };
  const words = text.replace(/\s+/g, " ").trim();
  return { id: `q-${createHash("sha256").update(words).digest("hex").slice(0, 8)}`, idFrom: "text" };
}

/** Lower-case letters and digits of any script, all else as single hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
