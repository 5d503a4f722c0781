import { spawn } from "node:child_process";

/** What opens an address in the user's browser, by system. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...before: string[]]>> = {
  darwin: ["open"],
  // Without a shell, whose signs an address may hold.
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens an address in the user's browser. Resolves to whether there was anything to open it with. */
export function openUrl(url: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const [command, ...before] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, url], { env, stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
