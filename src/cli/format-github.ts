import { relative, resolve, sep } from "node:path";
import type { Problem } from "../model/problem.ts";
import { printable } from "./cells.ts";
import type { Io } from "./io.ts";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/**
 * One problem as a workflow command, which GitHub shows beside the line
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). Ends with a line feed.
 */
export function formatGithub(
  { severity, rule, message, hint, place, related }: Problem,
  io: Pick<Io, "cwd" | "env">,
): string {
  // Columns may not be given for more than one line.
  const isOneLine = place?.start.line === place?.end.line;
  const properties = {
    ...(place && {
      file: repositoryPath(place.file, io),
      line: place.start.line,
      ...(isOneLine && { col: place.start.column }),
      endLine: place.end.line,
      ...(isOneLine && { endColumn: place.end.column }),
    }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const first = related && `${related.place.file}:${related.place.start.line}: ${related.message}`;
  const text = [message, first, hint].filter((part) => part !== undefined).map((part) => escapeData(printable(part)));
  return `::${COMMANDS[severity]} ${list.join(",")}::${text.join("%0A")}\n`;
}

/** Annotations name files from the root of the checkout, wherever in it the command runs. */
function repositoryPath(file: string, { cwd, env }: Pick<Io, "cwd" | "env">): string {
  const root = env.GITHUB_WORKSPACE;
  return root ? relative(root, resolve(cwd, file)).replaceAll(sep, "/") : file;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
