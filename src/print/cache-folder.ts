import { join } from "node:path";
import { homeFolder } from "./home-folder.ts";

/** The program's folder for what can be made anew, on this user's account (XDG Base Directory Specification). */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homeFolder(env), ".cache"), "exams-as-code");
}
