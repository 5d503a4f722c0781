import type { Leftover } from "./leftover.ts";
import { writtenText } from "./written-text.ts";

/** An image that stays text, because its file's name has spaces or its reference leads nowhere. */
export const strayImage: Leftover = {
  id: "stray-image",
  why: "An image with a slip in it is text: the figure would be missing on the paper.",
  bad: "---\ntitle: Quiz\n---\n\n## Graph\n\nDescribe it.\n\n![A rising line](my graph.svg)\n",
  good: "---\ntitle: Quiz\n---\n\n## Graph\n\nDescribe a[i][j], now![1]\n",
  find(node, { reading }) {
    if (node.type !== "text") return;
    const begin = node.position?.start.offset ?? 0;
    for (const { 0: image, index } of writtenText(node, reading).matchAll(
      /!\[[^[\]\r\n]{0,500}\][([][^\r\n)\]]{0,500}[)\]]?/g,
    )) {
      reading.report({
        severity: "error",
        rule: strayImage.id,
        message: `Unexpected ${image} in a text, expected an image`,
        hint: "Put a file's name with spaces in it between < and >: ![a rising line](<my graph.svg>). For the signs themselves write !\\[.",
        place: reading.source.place(begin + index, begin + index + image.length),
      });
    }
  },
};
