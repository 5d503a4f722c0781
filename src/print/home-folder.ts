import { homedir, userInfo } from "node:os";

/** The user's home folder; the root where the system knows of none, as of a user that only a container's number names. */
export function homeFolder(env: NodeJS.ProcessEnv): string {
  try {
    return env.HOME || homedir() || userInfo().homedir;
  } catch {
    return "/";
  }
}
