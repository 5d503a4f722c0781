/** A transformation as PDF writes it: a point (x, y) goes to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** One transformation after the other. */
export function followedBy([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** What undoes a transformation. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const size = a * d - b * c;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

/** The transformation in force at a place in a content as Chromium writes it: an operator a line, strings as hexadecimal digits. */
export function matrixAt(content: string, place: number): Matrix {
  let present = IDENTITY;
  const saved: Matrix[] = [];
  // Most lines are those of a drawing's curves.
  for (let start = 0, end = content.indexOf("\n"); start < place && end !== -1; ) {
    if (end - start === 1) {
      if (content[start] === "q") saved.push(present);
      else if (content[start] === "Q") present = saved.pop() ?? IDENTITY;
    } else if (content.startsWith(" cm", end - 3))
      present = followedBy(
        content
          .slice(start, end - 3)
          .split(" ")
          .map(Number) as unknown as Matrix,
        present,
      );
    start = end + 1;
    end = content.indexOf("\n", start);
  }
  return present;
}

/** As it is written in a PDF. */
export function pdfNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => String(Number(number.toFixed(7)))).join(" ");
}
