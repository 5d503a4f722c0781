import { rmSync } from "node:fs";
import type { Problem } from "../model/problem.ts";
import { type BrowserProcess, StartError, type StartWatch, startBrowser } from "./browser-process.ts";
import { EnvironmentError } from "./environment-error.ts";
import { type BrowserCandidate, findBrowsers } from "./find-browser.ts";

/** A browser that prints as this program needs it. */
export interface RunningBrowser extends BrowserProcess {
  readonly executable: string;
  /** What a person should know about how it runs. */
  readonly notes: readonly Problem[];
}

/** Each is listed in Chromium's sources, under `*_switches.cc`. */
const SWITCHES = [
  "--headless",
  // Printing draws vectors; without this a process for the graphics card is tried three times.
  "--disable-gpu",
  // Widths of letters must depend on no screen and no settings of it.
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--lang=en-US",
  // No name of the network resolves, whatever a document asks for.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
  "--disable-breakpad",
  "--no-first-run",
  "--no-default-browser-check",
  // A container's /dev/shm is often too small.
  "--disable-dev-shm-usage",
];

/** Starts the best browser of this machine that starts. Throws an {@link EnvironmentError} where none does. */
export async function launchBrowser(env: NodeJS.ProcessEnv, watch: StartWatch = {}): Promise<RunningBrowser> {
  const failures: string[] = [];
  try {
    for await (const candidate of findBrowsers(env)) {
      try {
        return await start(candidate, env, watch);
      } catch (error) {
        if (!(error instanceof StartError) || watch.signal?.aborted) throw error;
        failures.push(explain(error.message));
        if (candidate.temporary) rmSync(candidate.temporary, { recursive: true, force: true });
      }
    }
  } catch (error) {
    throw new EnvironmentError(
      `The browser, 200 MB, cannot be unpacked: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw new EnvironmentError(failures[0] ?? NO_BROWSER);
}

const NO_BROWSER =
  "No browser was found to print with. Install one with: npx puppeteer browsers install chrome-headless-shell";

async function start(candidate: BrowserCandidate, env: NodeJS.ProcessEnv, watch: StartWatch): Promise<RunningBrowser> {
  const { executable, packaged, temporary } = candidate;
  const unsandboxed = withoutSandbox(env);
  const switches = [...SWITCHES];
  if (packaged) switches.push("--enable-begin-frame-control");
  if (unsandboxed) switches.push("--no-sandbox");

  // The machine's locale would be the language of a document that names none.
  const variables = { ...env, ...candidate.env, LC_ALL: "C.UTF-8" };
  const attempt = (more: NodeJS.ProcessEnv) =>
    startBrowser({
      executable,
      switches,
      env: { ...variables, ...more },
      paintsWhenTold: packaged,
      profile: !packaged,
      ...(temporary && { temporary }),
      ...watch,
    });
  const started = await attempt({}).catch((error) => {
    if (!temporary && CRASH.test(String(error))) return attempt({});
    if (!candidate.libraries || !LIBRARY_MISSING.test(String(error))) throw error;
    return attempt({ LD_LIBRARY_PATH: [candidate.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":") });
  });
  const notes = [...(unsandboxed ? [noSandbox(unsandboxed)] : []), ...(temporary ? [NO_CACHE] : [])];
  return { ...started, executable, notes };
}

function withoutSandbox(env: NodeJS.ProcessEnv): string | undefined {
  if (process.getuid?.() === 0) return "root cannot use it";
  if (env.PUPPETEER_DANGEROUS_NO_SANDBOX === "true") return "PUPPETEER_DANGEROUS_NO_SANDBOX is set";
  return undefined;
}

function noSandbox(reason: string): Problem {
  return { severity: "note", rule: "no-sandbox", message: `The browser runs without its sandbox: ${reason}` };
}

const NO_CACHE: Problem = {
  severity: "note",
  rule: "no-cache",
  message: "The user's cache folder cannot be written: the browser is unpacked anew for every run",
  hint: "Set XDG_CACHE_HOME to a folder that can be written and has 250 MB to spare",
};

/** What a shell says of a program that made a fault; seen, seldom, of two first browsers that start at once. */
const CRASH = /: (?:Segmentation fault|Bus error|Aborted|Trace\/breakpoint trap)/;

const LIBRARY_MISSING = /error while loading shared libraries: ([^\s:]+)/;

/** Makes one line that says what to do of what a dying browser said. */
function explain(said: string): string {
  const library = LIBRARY_MISSING.exec(said)?.[1];
  if (library)
    return `The browser misses the library ${library}. On Debian or Ubuntu: apt-get install libnss3 libnspr4 libexpat1 libgcc-s1`;
  const absent = /^(\S.*?): (?:spawn .* ENOENT$|sh: .*(?:not found|No such file))/.exec(said)?.[1];
  if (absent) return `${absent}: no such program, or a Linux without glibc (on Alpine: apk add chromium)`;
  if (/sandbox/i.test(said))
    return (
      "The browser's sandbox is forbidden on this machine. Allow it (sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, " +
      "or a container's seccomp profile that permits user namespaces) or, if every source is your own, set PUPPETEER_DANGEROUS_NO_SANDBOX=true"
    );
  return `The browser does not start. ${oneLine(said)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 500);
}
