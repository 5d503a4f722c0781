import { createCanvas, DOMMatrix, ImageData, Path2D } from "@napi-rs/canvas";
import { PNG } from "pngjs";

// pdf.js takes these from the global scope, where the program's own reader would put stand-ins.
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });

/** Pixels to a point: 108 dots an inch, at which the text of a page can be read. */
const SCALE = 1.5;

/** Levels of grey; few make small files. */
const LEVELS = 16;

/** Draws a page of a PDF, counted from 1, as a PNG in shades of grey; the same everywhere, for glyphs are drawn as paths. */
export async function drawPage(pdf: Uint8Array, number: number): Promise<Buffer> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  try {
    const page = await (await task.promise).getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // pdf.js knows the canvas of browsers alone, which this one is like.
    await page.render({ canvas: canvas as never, viewport, background: "white" }).promise;
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const png = new PNG({ width, height });
    const step = 255 / (LEVELS - 1);
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const grey = Math.round(Math.round((red * 0.299 + green * 0.587 + blue * 0.114) / step) * step);
      png.data.set([grey, grey, grey, 255], at);
    }
    return PNG.sync.write(png, { colorType: 0, deflateLevel: 9, filterType: 0 });
  } finally {
    await task.destroy();
  }
}
