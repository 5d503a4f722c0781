import type { Place } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";

/** Something wrong with a finished document; `message` begins with a capital. */
export function verifyProblem(
  rule: `verify-${string}`,
  file: string,
  message: string,
  at: { readonly page?: number | undefined; readonly place?: Place | undefined } = {},
): Problem {
  const where = at.page === undefined ? file : `${file}, page ${at.page}`;
  const document = { file, ...(at.page !== undefined && { page: at.page }) };
  return { severity: "error", rule, message: `${where}: ${message}`, document, ...(at.place && { place: at.place }) };
}
