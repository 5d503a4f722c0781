import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { openJudge } from "./judge.ts";
import { anySource } from "./sources.ts";

/*
 * Judges one source after another, each made from a seed of its own, and tells of each before and after: whoever listens knows
 * by its silence of one that hangs.
 */

const judge = openJudge();
parentPort?.postMessage({ folder: judge.folder });
for (let seed: number = workerData.seed; ; seed++) {
  const [source = ""] = fc.sample(anySource, { seed, numRuns: 1 });
  parentPort?.postMessage({ seed, source });
  const start = performance.now();
  const verdict = await judge.judge(source).catch((error: Error) => error.message);
  parentPort?.postMessage({ verdict, seconds: (performance.now() - start) / 1000 });
}
