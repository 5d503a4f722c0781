import type { Io } from "./io.ts";

/**
 * The user's language and region as a BCP 47 tag: what the environment says (POSIX, Base Definitions, 8.2), else what the
 * system does. `C` and `POSIX` mean no language at all, and so English.
 */
export function localeOf(env: Io["env"]): string {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  if (!named) return Intl.DateTimeFormat().resolvedOptions().locale;
  const tag = named.replace(/[.@].*$/, "").replaceAll("_", "-");
  return tag === "C" || tag === "POSIX" ? "en" : tag;
}
