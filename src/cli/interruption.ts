import { constants } from "node:os";

/** Why a command was stopped from outside: the reason of an aborted `Io.signal`. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  /** 128 + the number of the signal: 130 for SIGINT, 143 for SIGTERM. */
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`Stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}
