/** Addresses that open a file in an editor, by the editor's name. */
const EDITORS: Readonly<Record<string, string>> = {
  vscode: "vscode://file{path}:{line}:{column}",
  vscodium: "vscodium://file{path}:{line}:{column}",
  cursor: "cursor://file{path}:{line}:{column}",
  windsurf: "windsurf://file{path}:{line}:{column}",
  zed: "zed://file{path}:{line}:{column}",
  idea: "idea://open?file={path}&line={line}&column={column}",
  textmate: "txmt://open?url=file://{path}&line={line}&column={column}",
};

/** Names of the editors that are known. */
export const EDITOR_NAMES = Object.keys(EDITORS);

/** Schemes that no editor listens to, and that would do something else in a browser. */
const NO_EDITOR = /^(https?|file|javascript|data|blob|about|view-source|mailto):/i;

/** Makes the address that opens a file; `path` is absolute, line and column count from 1. */
export type EditorUrl = (path: string, line: number, column: number) => string;

/**
 * An editor by its name, or by an address with `{path}` and, where it has them, `{line}` and `{column}`. Undefined for
 * anything else.
 */
export function editorUrl(editor: string): EditorUrl | undefined {
  const pattern = EDITORS[editor.toLowerCase()] ?? editor;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(pattern) || NO_EDITOR.test(pattern) || !pattern.includes("{path}")) return undefined;
  return (path, line, column) => {
    const posix = path.replaceAll("\\", "/");
    const rooted = posix.startsWith("/") ? posix : `/${posix}`;
    return pattern
      .replace("{path}", () => rooted.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":"))
      .replace("{line}", String(line))
      .replace("{column}", String(column));
  };
}
