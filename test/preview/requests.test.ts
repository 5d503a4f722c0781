import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installed, install, type Session, startSession } from "./session.ts";

let installed: Installed;
let session: Session;
let url: URL;

beforeAll(async () => {
  installed = install();
  session = await startSession(installed, ["quiz.md"], {
    "quiz.md": "---\ntitle: T\n---\n\n## {#q}\n\nAsk\n",
    "secret.md": "secret",
  });
  url = new URL(session.url);
});
afterAll(async () => {
  await session?.stop();
  installed?.remove();
});

/** Asks for a path exactly as it is written; status, headers and text of the answer. */
function ask(path: string, { method = "GET", ...headers }: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const { hostname, port } = url;
      const sent = request({ hostname, port, path, method, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (data) => {
          text += data;
        });
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      sent.on("error", reject).end();
    },
  );
}

test("the address is one of this machine alone, and cannot be guessed", () => {
  expect(session.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{16}\/$/);
});

test("the page may load nothing from elsewhere, nor be used by others", async () => {
  const { status, headers } = await ask(url.pathname);
  expect(status).toBe(200);
  const policy = String(headers["content-security-policy"]).split("; ");
  expect(policy).toContain("default-src 'none'");
  for (const rule of policy) expect(rule).not.toMatch(/unsafe|https?:|\*/);
  expect(headers).toMatchObject({
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
});

test("a HEAD is answered as a GET, without its text", async () => {
  const { status, headers, text } = await ask(`${url.pathname}page.js`, { method: "HEAD" });
  expect({ status, text }).toEqual({ status: 200, text: "" });
  expect(Number(headers["content-length"])).toBeGreaterThan(1000);
});

test.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "[::1]"])(
  "the host %j is refused",
  async (host) => {
    expect(await ask(url.pathname, { host })).toMatchObject({ status: 403, text: "Unexpected Host header" });
  },
);

test.each(["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])(
  "the origin %s is refused",
  async (origin) => {
    expect(await ask(`${url.pathname}events`, { origin })).toMatchObject({ status: 403 });
    expect(await ask(url.pathname, { origin })).toMatchObject({ status: 403 });
  },
);

test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is refused", async (method) => {
  expect(await ask(url.pathname, { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
});

test("no path leads anywhere but to what the page needs", async () => {
  const base = url.pathname;
  const paths = [
    "/",
    "/favicon.ico",
    "/page.js",
    "/wrong-secret-here/",
    base.slice(0, -1),
    `${base}secret.md`,
    `${base}quiz.md`,
    `${base}../secret.md`,
    `${base}..%2fsecret.md`,
    `${base}%2e%2e/secret.md`,
    `${base}page.js/../../../package.json`,
    `${base}constructor`,
    `${base}__proto__`,
    `${base}documents/1/A/student.html`,
    `${base}documents/1/..%2f..%2fsecret/student.pdf`,
    `${base}documents/1/%/student.pdf`,
    `${base}documents/99/A/student.pdf`,
    `${base}documents/1/Z/student.pdf`,
    `//${base}`,
    "*",
  ];
  for (const path of paths) expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 404 });
});
