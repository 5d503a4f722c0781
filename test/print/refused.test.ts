import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPrinter, type Printer } from "../../src/print/index.ts";
import { samplePage } from "./sample.ts";

let printer: Printer;
let server: Server;
let address: string;
/** What reached the network. */
let asked: string[] = [];

beforeAll(async () => {
  printer = await openPrinter();
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("body { color: red }");
  });
  server.on("connection", () => asked.push("connection"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await printer.close();
  server.close();
});

test.each([
  ["an image", (url: string) => `<img data-mark="0" src="${url}/x.png">`],
  ["a style sheet", (url: string) => `<link rel="stylesheet" href="${url}/x.css">`],
  ["an imported style sheet", (url: string) => `<style>@import url(${url}/x.css);</style>`],
  [
    "a font",
    (url: string) =>
      `<style>@font-face { font-family: X; src: url(${url}/x.woff2) } p { font-family: X }</style><p>x</p>`,
  ],
  ["a background", (url: string) => `<p style="background: url(${url}/x.png)">x</p>`],
  ["a picture inside an SVG", (url: string) => `<svg><image href="${url}/x.png"/></svg>`],
  ["a film", (url: string) => `<video autoplay src="${url}/x.mp4"></video>`],
])("%s from the network is refused and named", async (_, body) => {
  const { problems } = await printer.print(samplePage(body(address)));
  expect(asked).toEqual([]);
  const refused = problems.filter(({ rule }) => rule === "refused-request");
  // The browser may have asked for the same over https.
  expect(refused.map(({ message }) => message.replace("https:", "http:"))).toEqual([
    expect.stringContaining(`${address}/x.`),
  ]);
  expect(refused[0]?.severity).toBe("error");
});

test.each([
  ["a frame", (url: string) => `<iframe src="${url}/x"></iframe>`],
  ["a frame in a frame", (url: string) => `<iframe srcdoc="<img src='${url}/x'>"></iframe>`],
  ["an object", (url: string) => `<object data="${url}/x"></object>`],
  ["another document", (url: string) => `<meta http-equiv="refresh" content="0;url=${url}/x">`],
  [
    "a connection made beforehand",
    (url: string) => `<link rel="preconnect" href="${url}"><link rel="prefetch" href="${url}/x">`,
  ],
])("%s is not fetched", async (_, body) => {
  const { pages } = await printer.print(samplePage(`${body(address)}<p>still here</p>`));
  expect(pages).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toEqual([]);
});

// The browser would be ended for a minute's silence only after the test.
test.each([
  ["an object", `<object data="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></object>`],
  ["an object that is the page itself", '<object data="/"></object>'],
  ["what is embedded", '<embed src="/">'],
  ["a frame", '<iframe src="/"></iframe>'],
])("%s keeps nobody waiting", { timeout: 20_000 }, async (_, body) => {
  const fresh = await openPrinter();
  const style = '<link rel="stylesheet" href="/late.css">';
  const assets = new Map([["/late.css", { type: "text/css", bytes: Buffer.from("p { margin: 0 }") }]]);
  try {
    for (const text of ["first", "second"]) {
      const page = samplePage(`${body}<p>${text}</p>`, { assets });
      expect((await fresh.print({ ...page, html: page.html.replace("<style>", `${style}<style>`) })).pages).toBe(1);
    }
  } finally {
    await fresh.close();
  }
});

test("files of the machine are refused and named", async () => {
  const { layout, problems } = await printer.print(samplePage(`<p data-mark="4"><img src="file:///etc/passwd"></p>`));
  expect(layout.brokenImages).toEqual([4]);
  expect(problems).toMatchObject([{ rule: "refused-request", message: expect.stringContaining("file:///etc/passwd") }]);
});

test("a path that is no asset of this page is refused, even if another page had it", async () => {
  const image = {
    type: "image/svg+xml",
    bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`),
  };
  const body = `<p data-mark="2"><img src="/seen.svg"></p>`;
  const alone = await openPrinter({ jobs: 1 });
  try {
    expect((await alone.print(samplePage(body, { assets: new Map([["/seen.svg", image]]) }))).problems).toEqual([]);
    const { problems } = await alone.print(samplePage(body));
    expect(problems).toMatchObject([
      { rule: "refused-request", message: expect.stringContaining("asked for /seen.svg,") },
    ]);
  } finally {
    await alone.close();
  }
});

test("broken images are told by their mark; the template's by their address", async () => {
  const assets = new Map([["/broken.png", { type: "image/png", bytes: Buffer.from("not a picture") }]]);
  const { layout, problems } = await printer.print(
    samplePage(
      `<img data-mark="3" src="/broken.png"><img data-mark="4" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="/broken.png">`,
      { assets },
    ),
  );
  expect(layout.brokenImages).toEqual([3, 4]);
  expect(problems).toMatchObject([{ rule: "broken-image", message: expect.stringContaining("/broken.png") }]);
});

test("no script runs", async () => {
  const run = `document.body.append('x'.repeat(9)); document.querySelector('section').style.breakBefore = 'page'`;
  const { pages } = await printer.print(
    samplePage(`<p>a</p><section onclick="${run}">b</section><img src="data:," onerror="${run}"><svg onload="${run}"></svg><script>${run}</script>
      <a href="javascript:${run}">c</a><iframe srcdoc="<script>parent.${run}</script>"></iframe><details open ontoggle="${run}">d</details>`),
  );
  expect(pages).toBe(1);
});
