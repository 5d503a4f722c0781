// Runs a command and watches it and every process it starts, browsers among them.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc; the same on every Linux that Node runs on. */
const TICKS = 100;
/**
 * Milliseconds between two looks at the times and at the memory. The longer a command runs the seldomer it is looked at: it
 * would have to share its processors with whoever looks.
 */
const SHORTEST = 25;
const LONGEST = 1000;

/**
 * What a command costs: `wall` and `cpu` in seconds, the CPU time that of all its processes together; `memory` in MB, the peak
 * of what they use together, shared pages counted once. Beside `wall` known on Linux alone, and where it is watched. Throws when
 * it fails.
 */
export async function measure(command, { cwd, env = process.env, isWatched = true } = {}) {
  const start = performance.now();
  // The shell's own account of its children is exact; what a browser leaves out of it is seen in /proc.
  const child = spawn("sh", ["-c", '"$@"; code=$?; times >&2; exit $code', "sh", ...command], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = collect(child);
  const ended = new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  const processes = new Map();
  let memory = 0;
  let timer;
  const look = () => {
    memory = Math.max(memory, sum(family(child.pid, processes).map(memoryOf)));
    timer = setTimeout(look, Math.min(Math.max(SHORTEST, (performance.now() - start) / 20), LONGEST));
  };
  if (isWatched) look();
  const code = await ended;
  clearTimeout(timer);
  const wall = (performance.now() - start) / 1000;
  const { out, error } = await said;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${error}`);
  const seen = sum([...processes.values()].map(({ ticks }) => ticks)) / TICKS;
  return { wall, cpu: Math.max(seen, secondsOf(error)), memory: memory / 1024, out };
}

/** What a command costs; of several runs the middle one by wall time, and one more is watched, which makes a short one longer. */
export async function median(runs, command, options) {
  const watched = await measure(command, options);
  if (runs === 1) return watched;
  const walls = [];
  for (let run = 0; run < runs; run++) walls.push((await measure(command, { ...options, isWatched: false })).wall);
  return { ...watched, wall: walls.sort((one, other) => one - other)[Math.floor(runs / 2)] };
}

/** The processes below one that are alive now; notes in `known` what each has used so far. */
function family(root, known) {
  const rows = readdirSafely("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readSafely(`/proc/${name}/stat`);
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return stat === "" ? [] : [{ pid: Number(name), parent: Number(fields[1]), start: fields[19], fields }];
    });
  const children = grouped(rows);
  const living = [];
  const visit = (pid) => {
    for (const { pid: below, start, fields } of children.get(pid) ?? []) {
      // A number may be given again to another process.
      known.set(`${below} ${start}`, { ticks: Number(fields[11]) + Number(fields[12]) });
      living.push(below);
      visit(below);
    }
  };
  visit(root);
  return living;
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.parent, [...(groups.get(row.parent) ?? []), row]);
  return groups;
}

/** kB, a page that several processes share counted in parts. */
function memoryOf(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readSafely(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** User and system time in the second line of what the shell's `times` writes: `0m1.5s 0m0.2s`. */
function secondsOf(text) {
  const line = text.trim().split("\n").at(-1) ?? "";
  return sum([...line.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => 60 * minutes + Number(seconds)));
}

async function collect({ stdout, stderr }) {
  const [out, error] = await Promise.all([textOf(stdout), textOf(stderr)]);
  return { out, error };
}

async function textOf(stream) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function readSafely(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function readdirSafely(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
