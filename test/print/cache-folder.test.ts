import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { cacheFolder } from "../../src/print/index.ts";

const { homedir, userInfo } = vi.hoisted(() => ({ homedir: vi.fn(), userInfo: vi.fn() }));
vi.mock("node:os", async (original) => ({ ...(await original<typeof import("node:os")>()), homedir, userInfo }));

const nobody = () => {
  throw new Error("A system error occurred: uv_os_homedir returned ENOENT");
};

test.each<[what: string, env: NodeJS.ProcessEnv, home: () => string, folder: string]>([
  ["what the environment says", { XDG_CACHE_HOME: "/x", HOME: "/home/ann" }, nobody, "/x"],
  ["below the home the environment says", { HOME: "/home/ann" }, nobody, "/home/ann/.cache"],
  ["below the home the system says", {}, () => "/home/ann", "/home/ann/.cache"],
  ["below the account's where the environment's is empty", { HOME: "" }, () => "", "/accounts/ann/.cache"],
  ["below the root for a user that the system does not know", {}, nobody, "/.cache"],
])("the cache is %s", (_, env, home, folder) => {
  homedir.mockImplementation(home);
  userInfo.mockReturnValue({ homedir: "/accounts/ann" });
  expect(cacheFolder(env)).toBe(join(folder, "exams-as-code"));
});
