import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { State } from "../../src/preview/messages.ts";
import { type Installed, install, type Session, startSession } from "./session.ts";

let installed: Installed;
let session: Session;
let url: URL;

beforeAll(async () => {
  installed = install();
  session = await startSession(installed, ["quiz.md"], {
    "quiz.md": "---\ntitle: T\ntemplate: look\n---\n\n## {#q}\n\nAsk\n\n::include[bank.md]\n",
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

test("whoever listens is told of every change of what the exam is made of, and of what it lacked", async () => {
  const response = await fetch(new URL("events", url));
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let unread = "";
  /** The next state of which something is true. */
  const until = async (holds: (state: State) => boolean): Promise<State> => {
    for (;;) {
      const [event, ...rest] = unread.split("\n\n");
      if (rest.length === 0) {
        unread += decoder.decode((await reader.read()).value, { stream: true });
        continue;
      }
      unread = rest.join("\n\n");
      const data = /^data: (.*)$/m.exec(event as string)?.[1];
      if (data && holds(JSON.parse(data))) return JSON.parse(data);
    }
  };
  const rules = ({ problems }: State) =>
    problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  expect(await until(({ edition }) => edition > 0)).toMatchObject({ printed: 0, versions: [], file: "quiz.md" });
  session.save("bank.md", "## {#more}\n\nMore\n");
  await until((state) => rules(state).join() === "template");
  session.save("look/style.css", "p { color: blue }");
  const { edition, versions } = await until((state) => rules(state).length === 0);
  expect(versions).toEqual(["A"]);
  const facts = await ask(`${url.pathname}documents/${edition}/A/student.json`);
  expect(JSON.parse(facts.text).questions).toMatchObject([
    { number: 1, page: 1, spot: { file: "quiz.md", line: 6 } },
    { number: 2, page: 1, spot: { file: "bank.md", line: 1 } },
  ]);
  session.replace("bank.md", "\n\n## {#more}\n\nMore\n");
  const next = await until(({ printed }) => printed > edition);
  const moved = await ask(`${url.pathname}documents/${next.edition}/A/key.json`);
  expect(JSON.parse(moved.text).questions[1]).toMatchObject({ spot: { file: "bank.md", line: 3 } });
  await reader.cancel();
});
