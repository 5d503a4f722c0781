import { homedir } from "node:os";
import { join } from "node:path";

/** The program's folder for what can be made anew, on this user's account (XDG Base Directory Specification). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "exams-as-code");
}
