import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { homeFolder } from "./home-folder.ts";
import { CHROMIUM_IS_PACKAGED, unpackChromium } from "./unpack-chromium.ts";

/** A browser that may be on this machine, not yet tried. */
export interface BrowserCandidate {
  readonly executable: string;
  /** Variables it is started with, beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Libraries to be used where the machine lacks them. */
  readonly libraries?: string;
  /** Whether it is the packaged Chromium: it needs no folder for a profile, and paints only when told to. */
  readonly packaged: boolean;
  /** Folder to be removed at the end. */
  readonly temporary?: string;
}

/**
 * The browsers of this machine, best first: the one named by `PUPPETEER_EXECUTABLE_PATH` and no other; else the Chromium
 * packaged with this program, Puppeteer's own download, an installed Chrome, Chromium or Edge. One is looked for only when the
 * one before it could not be started.
 */
export async function* findBrowsers(env: NodeJS.ProcessEnv): AsyncGenerator<BrowserCandidate> {
  if (env.PUPPETEER_EXECUTABLE_PATH) {
    yield { executable: env.PUPPETEER_EXECUTABLE_PATH, env: {}, packaged: false };
    return;
  }
  if (CHROMIUM_IS_PACKAGED) {
    yield { ...(await unpackChromium(env)), packaged: true };
  }
  for (const executable of [...(await downloaded(env)), ...installed(env)])
    if (existsSync(executable)) yield { executable, env: {}, packaged: false };
}

/** What `npx puppeteer browsers install` has left, the headless shell before Chrome and the newest of each first. */
async function downloaded(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { Browser, getInstalledBrowsers } = await import("@puppeteer/browsers");
  const cacheDir = env.PUPPETEER_CACHE_DIR || join(homeFolder(env), ".cache/puppeteer");
  const found = await getInstalledBrowsers({ cacheDir });
  return [Browser.CHROMEHEADLESSSHELL, Browser.CHROME].flatMap((wanted) =>
    found
      .filter(({ browser }) => browser === wanted)
      .sort((a, b) => b.buildId.localeCompare(a.buildId, "en", { numeric: true }))
      .map(({ executablePath }) => executablePath),
  );
}

function installed(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "win32")
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, "Google/Chrome/Application/chrome.exe"),
        join(root, "Chromium/Application/chrome.exe"),
        join(root, "Microsoft/Edge/Application/msedge.exe"),
      ]);
  if (process.platform === "darwin")
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
