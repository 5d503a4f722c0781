import type { Progress } from "../build-options.ts";
import { displayWidth, printable } from "./cells.ts";
import { colorsFor } from "./colors.ts";
import type { Io } from "./io.ts";

/** A line on the terminal that tells how far a build is. */
export interface ProgressBar {
  /** Shows where the build is. */
  update(progress: Progress): void;
  /** Takes the line away; what is written next begins where it began. */
  clear(): void;
}

/** Milliseconds: a build that ends sooner needs no bar, and no eye follows more than some ten changes a second. */
const PATIENCE = 700;
const INTERVAL = 90;
/** Columns of the bar alone. */
const BAR = 24;

const ERASE = "\r\u001b[K";
const NO_BAR: ProgressBar = { update: () => {}, clear: () => {} };

/**
 * A bar for the build of one exam, on stderr: papers done, papers a second, time left. Silent where stderr is no terminal
 * that can take a line back. `now` tells milliseconds.
 */
export function createProgressBar(name: string, io: Io, now: () => number = () => performance.now()): ProgressBar {
  if (io.stderr.isTTY !== true || io.env.TERM === "dumb") return NO_BAR;
  const label = printable(name);
  const colors = colorsFor(io.stderr, io.env);
  let start: number | undefined;
  // The first paper waits for the browser to get ready: the pace is that of the others.
  let first: { readonly time: number; readonly done: number } | undefined;
  let shown = Number.NEGATIVE_INFINITY;
  let isUp = false;
  return {
    update(progress) {
      const time = now();
      start ??= time;
      if (progress.done > 0) first ??= { time, done: progress.done };
      if (time - start < PATIENCE || time - shown < INTERVAL) return;
      shown = time;
      isUp = true;
      const rate = first ? (progress.done - first.done) / ((time - first.time) / 1000) : 0;
      const { bar, text } = progressLine(progress, rate);
      // A line that wraps cannot be taken back.
      const room = (io.stderr.columns || 80) - 1;
      const isWhole = displayWidth(`${label} ${bar} ${text}`) <= room;
      io.stderr.write(ERASE + (isWhole ? `${label} ${colors.green(bar)} ${text}` : text.slice(0, room)));
    },
    clear() {
      if (isUp) io.stderr.write(ERASE);
      isUp = false;
    },
  };
}

/** A bar in eighths of a column, and words: `███▌    ` `140 of 400 papers · 25.1/s · 10 s left`. `rate` is papers a second. */
function progressLine({ done, total }: Progress, rate: number): { readonly bar: string; readonly text: string } {
  const eighths = Math.round((BAR * 8 * done) / total);
  const part = eighths % 8 === 0 ? "" : String.fromCodePoint(0x2590 - (eighths % 8));
  const bar = ("█".repeat(Math.floor(eighths / 8)) + part).padEnd(BAR, "░");
  const pace = rate > 0 ? ` · ${rate.toFixed(1)}/s · ${timeLeft((total - done) / rate)} left` : "";
  return { bar, text: `${done} of ${total} papers${pace}` };
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
