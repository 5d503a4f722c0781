/// <reference lib="dom" />
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type Installed,
  install,
  isRunning,
  openBrowser,
  type Session,
  startSession,
  untilRead,
  untilShown,
  untilStill,
} from "./session.ts";

let installed: Installed;
let browser: Browser;
let session: Session;
let page: Page;
/** What the page asked for, and what it complained of. */
const asked: string[] = [];
const complaints: string[] = [];
let source: string;

beforeAll(async () => {
  installed = install();
  browser = await openBrowser();
  session = await startSession(installed, ["quiz5.md", "--editor", "vscode"]);
  source = session.read("quiz5.md");
  page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 900 });
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(session.url);
  await untilShown(page, /^\d+ A student$/);
});
afterAll(async () => {
  await browser?.close();
  if (session?.child.exitCode === null) await session.stop();
  installed?.remove();
});

beforeEach(async () => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await page.keyboard.press("1");
  await page.keyboard.press("0");
  await untilShown(page, / A student$/);
});

/** Numbers of the edition that is shown. */
const edition = () => page.$eval("#desk", (desk) => Number((desk as HTMLElement).dataset.shown?.split(" ")[0]));
const text = (selector: string) => page.$eval(selector, (found) => found.textContent ?? "");

test("the pages are those of the PDF, painted, and named for whoever cannot see them", async () => {
  await untilRead(page, "Deep Learning");
  expect(await text("h1")).toBe("Deep Learning · Quiz N°5");
  const pages = await page.$$eval("#sheets .page", (found) => found.map((one) => one.getAttribute("aria-label")));
  expect(pages).toEqual([1, 2, 3, 4].map((number) => `Paper, page ${number}`));
  const share = await page.$eval("#sheets canvas", (found) => {
    const canvas = found as HTMLCanvasElement;
    const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return data.filter((value, index) => index % 4 === 0 && value < 128).length / (canvas.width * canvas.height);
  });
  expect(share).toBeGreaterThan(0.005);
  expect(share).toBeLessThan(0.3);
  for (const role of ["header", "nav[aria-label]", "main[aria-label]", "aside[aria-label]", "[aria-live=polite]"])
    expect(await page.$$(role)).toHaveLength(1);
});

test("a click on a small page goes to the page", async () => {
  await page.waitForSelector("#thumbnails button:nth-child(4)");
  await page.click("#thumbnails button:nth-child(3)");
  await page.waitForSelector("#thumbnails button:nth-child(3)[aria-current]");
});

test("versions, paper and key are switched", async () => {
  await page.click("#versions label:nth-of-type(2)");
  await untilShown(page, / B student$/);
  await untilRead(page, "Versión B");
  await page.keyboard.press("k");
  await untilShown(page, / B key$/);
  await untilRead(page, "CLAVE");
  await page.keyboard.press("s");
  await untilShown(page, / B both$/);
  const sides = await page.$$eval("#sheets li:first-child .page", (pages) =>
    pages.map((one) => ({ view: (one as HTMLElement).dataset.view, left: one.getBoundingClientRect().left })),
  );
  expect(sides.map(({ view }) => view)).toEqual(["student", "key"]);
  expect(sides[1]?.left).toBeGreaterThan((sides[0]?.left ?? 0) + 300);
});

test("what is looked at is kept when the page is loaded anew", async () => {
  await page.keyboard.press("2");
  await page.keyboard.press("k");
  await untilShown(page, / B key$/);
  await page.reload();
  await untilShown(page, / B key$/);
});

test("the size is changed and the pages stay sharp", async () => {
  const width = () => page.$eval("#sheets canvas", (canvas) => (canvas as HTMLCanvasElement).width);
  const before = await width();
  await page.keyboard.press("-");
  await page.waitForFunction(
    (old) => (document.querySelector("#sheets canvas") as HTMLCanvasElement).width < old,
    { polling: "mutation" },
    before,
  );
  expect(await text("#zoom")).toMatch(/^\d+ %$/);
});

test("after a save the new pages are shown in the same place, and none is ever gone", async () => {
  await untilRead(page, "Swin Transformer");
  await page.$eval("#desk", (desk) => {
    desk.scrollTop = 250;
    const seen = { least: 9 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      seen.least = Math.min(seen.least, document.querySelectorAll("#sheets li:first-child canvas").length);
    }).observe(desk, { childList: true, subtree: true });
  });
  session.save("quiz5.md", source.replace("Swin Transformer.", "Swin Transformador."));
  await untilRead(page, "Swin Transformador");
  expect(await page.$eval("#desk", (desk) => desk.scrollTop)).toBe(250);
  expect(await page.evaluate(() => (window as unknown as { seen: { least: number } }).seen.least)).toBe(1);
  session.replace("quiz5.md", source);
  await untilRead(page, "Swin Transformador", false);
});

test("of ten saves in a row the last is shown", async () => {
  for (let count = 1; count <= 10; count++)
    session.save("quiz5.md", source.replace("Swin", `Swin${"!".repeat(count)}`));
  await untilRead(page, "Swin!!!!!!!!!! ");
  session.save("quiz5.md", source);
  await untilRead(page, "Swin!", false);
});

test("a broken source leaves the last good pages, greyed, with its problems on top", async () => {
  const good = await edition();
  session.save("quiz5.md", source.replace("versions:", "versoins:"));
  await page.waitForSelector("body.broken");
  expect(await edition()).toBe(good);
  expect(await page.$eval(".page", (one) => getComputedStyle(one).filter)).toContain("grayscale");
  expect(await text("#banner")).toContain('quiz5.md:11:1 Unknown key "versoins"');
  expect(await text(".problem.error h3")).toBe('Unknown key "versoins"');
  expect(await text(".problem.error mark")).toBe("versoins");
  expect(await text("#status")).toMatch(/^The source has errors.*1 error/);
  expect(await page.$eval(".problem a", (link) => link.getAttribute("href"))).toMatch(
    /^vscode:\/\/file\/.*quiz5\.md:11:1$/,
  );

  session.save("quiz5.md", source);
  await page.waitForSelector("body:not(.broken)");
  await untilShown(page, new RegExp(`^(?!${good} )`));
  expect(await page.$$(".problem.error")).toEqual([]);
  expect(await page.$eval("#banner", (banner) => (banner as HTMLElement).hidden)).toBe(true);
});

test("what only the browser knows is told too", async () => {
  const formula = `$$\n${"a + ".repeat(200)}a\n$$\n\n`;
  session.save(
    "quiz5.md",
    source.replace("¿Cuál de las siguientes", () => `${formula}Ancho: ¿Cuál de las siguientes`),
  );
  await page.waitForSelector(".problem.error");
  expect(await text(".problem.error")).toContain("too-wide");
  expect(await page.$("body.broken")).toBeNull();
  await untilRead(page, "Ancho:");
  session.save("quiz5.md", source);
  await untilRead(page, "Ancho:", false);
  await page.waitForFunction(() => !document.querySelector(".problem.error"), { polling: "mutation" });
});

test("a question shows its source, with a click and from the keyboard", async () => {
  await page.$eval("#desk", (desk) => {
    desk.scrollTop = 0;
  });
  const line = source.split("\n").findIndex((text) => text.startsWith("## {#collapse}")) + 1;
  const at = await untilStill(page, '.question[data-number="2"]');
  // The address of an editor that is not there leaves the page where it is.
  await page.mouse.click(at.x + 120, at.y + 30);
  await page.waitForSelector("#source:not([hidden])");
  expect(await text("#source")).toContain(`quiz5.md:${line}:1`);
  expect(await text("#source mark")).toBe("## {#collapse}");
  await page.keyboard.press("Escape");
  expect(await page.$eval("#source", (section) => (section as HTMLElement).hidden)).toBe(true);

  await page.focus('.question[data-number="1"] button');
  await page.keyboard.press("Enter");
  await page.waitForSelector("#source:not([hidden])");
  expect(await text("#source h2")).toBe("Question 1");
});

test("keys are explained and can be switched off", async () => {
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await page.click("#shortcuts");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  expect(await page.$eval('input[value="student"]', (input) => (input as HTMLInputElement).checked)).toBe(true);
  await page.click("#open-help");
  await page.click("#shortcuts");
  await page.keyboard.press("Escape");
});

test("on a phone it is as wide as the phone", async () => {
  await page.setViewport({ width: 390, height: 844 });
  await page.waitForFunction(() => (document.querySelector(".page")?.clientWidth ?? 999) <= 390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewport({ width: 1400, height: 900 });
});

test("the page asked nobody but its own server, and had nothing to complain of", async () => {
  const foreign = asked.filter((url) => !url.startsWith(session.url) && !/^(data|vscode):/.test(url));
  expect(foreign).toEqual([]);
  expect(asked.some((url) => url.endsWith("/pdf.worker.mjs"))).toBe(true);
  expect(complaints).toEqual([]);
});

test("Ctrl-C ends it, with its browser, and the page says so", async () => {
  // What an earlier run has printed is not printed again, and needs no browser.
  const course = `Course ${Date.now()}`;
  session.save("quiz5.md", source.replace(/^course: .*$/m, `course: ${course}`));
  await untilRead(page, course);
  const children = session.children();
  expect(children.length).toBeGreaterThan(0);
  const { code } = await session.stop();
  expect(code).toBe(130);
  await page.waitForFunction(() => document.querySelector("#banner")?.textContent?.includes("has ended"), {
    polling: "mutation",
  });
  expect(children.filter(isRunning)).toEqual([]);
});
