import { openPrinter } from "../../src/print/index.ts";
import { samplePage } from "./sample.ts";

/*
 * A program of its own for tests of processes. Opens a printer, says so, and then does as its argument says.
 */

const printer = await openPrinter();
console.log(printer.browser, ...printer.notes.map(({ rule }) => rule));
switch (process.argv[2]) {
  case "print":
    console.log((await printer.print(samplePage("<h1>x</h1>"))).pages);
    await printer.close();
    break;
  case "throw":
    void printer.print(samplePage("<h1>x</h1>"));
    setTimeout(() => {
      throw new Error("meant to be thrown");
    });
    break;
  case "exit":
    process.on("SIGINT", () => process.exit(130));
    for (;;) await printer.print(samplePage("<h1>x</h1>"));
  default:
    for (;;) await printer.print(samplePage("<h1>x</h1>"));
}
