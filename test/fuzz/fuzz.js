// Judges sources at random for as long as is asked: none may crash the program, hang it or let a key be seen.
//
//   npm run fuzz -- --minutes 10
//   npm run fuzz -- --seed 123 --minutes 0    one source again, as a failure names it
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

/** So many seconds one source may take: hundreds of times what it should, for machines are busy. */
const PATIENCE = 60;

const root = join(import.meta.dirname, "../..");
const options = { minutes: { type: "string", default: "1" }, seed: { type: "string" } };
const { values } = parseArgs({ options });
let seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));

// Beside the dependencies, where templates are found too.
const folder = join(root, `node_modules/.exam-fuzz-${process.pid}`);
/** What has to go at the end: a worker that hangs cannot tidy up. */
const folders = [folder];
const found = join(root, "output/fuzz");
const count = { printed: 0, refused: 0, failed: 0 };
let slowest = 0;
process.on("exit", () => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});
process.on("SIGINT", () => process.exit(130));

await build({
  entryPoints: [join(root, "test/fuzz/worker.ts")],
  outdir: folder,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  loader: { ".css": "text", ".md": "text" },
  logLevel: "warning",
});

const end = Date.now() + Number(values.minutes) * 60_000;
console.log(`From seed ${seed}`);
do await judgeUntilItHangs();
while (Date.now() < end);
const sources = count.printed + count.refused + count.failed;
console.log(
  `${sources} sources: ${count.printed} printed, ${count.refused} refused, ${count.failed} failed; slowest ${slowest.toFixed(1)} s`,
);
process.exit(count.failed > 0 ? 1 : 0);

/** Lets a worker judge one source after another, until the time is over or one source takes too long. */
function judgeUntilItHangs() {
  return new Promise((resolve) => {
    const worker = new Worker(join(folder, "worker.js"), { workerData: { seed } });
    let source = "";
    let timer = setTimeout(hang, PATIENCE * 1000);
    worker.on("message", (message) => {
      if (message.folder) return void folders.push(message.folder);
      if (message.source !== undefined) {
        ({ seed, source } = message);
        clearTimeout(timer);
        timer = setTimeout(hang, PATIENCE * 1000);
        return;
      }
      slowest = Math.max(slowest, message.seconds);
      if (message.verdict in count) count[message.verdict]++;
      else fail(message.verdict);
      seed++;
      if (Date.now() >= end) stop();
    });
    worker.on("error", (error) => {
      fail(String(error));
      seed++;
      stop();
    });
    function hang() {
      fail(`hangs: no end within ${PATIENCE} s`);
      seed++;
      stop();
    }
    function fail(reason) {
      count.failed++;
      mkdirSync(found, { recursive: true });
      writeFileSync(join(found, `${seed}.md`), source);
      console.error(`Seed ${seed}, kept as output/fuzz/${seed}.md: ${reason}`);
    }
    function stop() {
      clearTimeout(timer);
      worker.terminate().then(resolve);
    }
  });
}
