import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFiles } from "../../src/read/files.ts";
import { exam, folderWith } from "./folder.ts";

test("a file that changes while an exam is read is still of one piece", () => {
  const folder = folderWith({ "exam.md": exam("Why?"), "a.svg": "old" });
  const files = openFiles("exam.md", folder);
  const read = (name: string) => {
    const found = files.readNamed(name, folder);
    return "fault" in found ? found.fault : Buffer.from(found.bytes).toString();
  };
  expect(read("a.svg")).toBe("old");
  writeFileSync(join(folder, "a.svg"), "new");
  expect(read("a.svg")).toBe("old");
  expect(read("./a.svg")).toBe("old");
});
