declare module "tar-fs" {
  /** Writes the files of a tar archive piped into it below a folder. */
  export function extract(folder: string): NodeJS.WritableStream;
}
