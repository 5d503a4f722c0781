// How long it takes from a save until the page of `exam preview` shows the new PDF.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import puppeteer from "puppeteer-core";

/** Seconds from each of some saves of an exam until its first page is painted anew: one word of it is another each time. */
export async function savesToPages(exam, file, edits, executablePath) {
  const preview = spawn(exam[0], [...exam.slice(1), "preview", file], {
    cwd: dirname(file),
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, EXAM_EDITOR: "" },
  });
  const [url] = await once(preview.stdout.setEncoding("utf8"), "data");
  const browser = await puppeteer.launch({
    executablePath,
    headless: "shell",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url.trim());
    const source = readFileSync(file, "utf8");
    const seconds = [];
    for (let edit = 1; edit <= edits; edit++) {
      const word = `edit${edit}`;
      const start = performance.now();
      writeFileSync(file, source.replace(/^title: .*$/m, `title: ${word}`));
      await page.waitForFunction(
        (sought) => document.querySelector(".textLayer")?.textContent.includes(sought),
        { polling: "mutation" },
        word,
      );
      seconds.push((performance.now() - start) / 1000);
      // A person types no faster.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return seconds;
  } finally {
    await browser.close();
    preview.kill("SIGINT");
    await once(preview, "exit");
  }
}
