import type { Problem } from "../model/problem.ts";
import type { Store } from "../print/store.ts";
import type { Expectation } from "../verify/expectation.ts";
import { verify } from "../verify/verify.ts";

/** Proves documents and keeps count. */
export class Proof {
  #documents = 0;
  #milliseconds = 0;

  /**
   * What is wrong with a finished document: all of it are errors. One that is found in `kept.store`, by the hash of its bytes, was
   * proven before.
   */
  async of(
    bytes: Uint8Array,
    expectation: Expectation,
    kept?: { readonly store: Store | undefined; readonly sha256: string },
  ): Promise<Problem[]> {
    const store = kept?.store;
    const key = kept && store?.keyOf("proof", kept.sha256, JSON.stringify(expectation));
    if (store && key && (await store.get(key))) return [];
    const start = performance.now();
    const problems = verify(bytes, expectation);
    this.#milliseconds += performance.now() - start;
    this.#documents += 1;
    if (store && key && problems.length === 0) void store.put(key, Buffer.from("proven"));
    return problems;
  }

  /** What it has cost so far. */
  get cost(): ProofCost {
    return { documents: this.#documents, seconds: this.#milliseconds / 1000 };
  }
}

/** What proving took. */
export interface ProofCost {
  /** Documents that had not been proven before. */
  readonly documents: number;
  /** Time spent on it, most of it while other documents are printed. */
  readonly seconds: number;
}
