import type { Problem } from "./model/problem.ts";
import type { Expectation } from "./verify/expectation.ts";
import { verify } from "./verify/verify.ts";

/** Proves documents and keeps count. */
export class Proof {
  #documents = 0;
  #milliseconds = 0;

  /** What is wrong with a finished document: all of it are errors. */
  async of(bytes: Uint8Array, expectation: Expectation): Promise<Problem[]> {
    const start = performance.now();
    const problems = await verify(bytes, expectation);
    this.#milliseconds += performance.now() - start;
    this.#documents += 1;
    return problems;
  }

  /** What it has cost so far. */
  get cost(): ProofCost {
    return { documents: this.#documents, seconds: this.#milliseconds / 1000 };
  }
}

/** What proving took. */
export interface ProofCost {
  readonly documents: number;
  /** Time spent on it, most of it while other documents are printed. */
  readonly seconds: number;
}
