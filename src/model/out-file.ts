/** A result to be written into an exam's output folder: `write.ts` alone does so. */
export interface OutFile {
  /** Name of the file inside that folder, without any folder of its own. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
