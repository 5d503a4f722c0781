import { beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/cli.ts";
import type { Finding } from "../../src/tasks/doctor.ts";
import { fakeIo } from "./fake-io.ts";

const { diagnose } = vi.hoisted(() => ({ diagnose: vi.fn() }));
vi.mock("../../src/tasks/doctor.ts", () => ({ diagnose }));

const FINDINGS: readonly Finding[] = [
  { name: "node", state: "good", found: "20.19.0 on linux x64" },
  { name: "sandbox", state: "advice", found: "off", advice: "Do this." },
];
const FAULT: Finding = { name: "browser", state: "fault", found: "none", advice: "Install one." };

beforeEach(() => diagnose.mockReset().mockResolvedValue(FINDINGS));

async function doctor(line = "") {
  const io = fakeIo({ env: { NO_COLOR: "1" } });
  const code = await run(["doctor", ...line.split(" ").filter(Boolean)], io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

test("each thing has a line, with what to do below it", async () => {
  expect(await doctor()).toEqual({
    code: 0,
    out: "✓ Node                       20.19.0 on linux x64\n! Sandbox                    off\n                             ╰─ Do this.\n\nExams can be built.\n",
    err: "",
  });
});

test("a fault is exit code 3", async () => {
  diagnose.mockResolvedValue([...FINDINGS, FAULT]);
  const { code, out } = await doctor();
  expect(code).toBe(3);
  expect(out).toContain(
    "✗ Browser                    none\n                             ╰─ Install one.\n\nNo exam can be built: see ✗ above.\n",
  );
});

test("--format json is data", async () => {
  diagnose.mockResolvedValue([FAULT]);
  const { code, out } = await doctor("--format json");
  expect(code).toBe(3);
  expect(JSON.parse(out)).toEqual({ works: false, findings: [FAULT] });
});
