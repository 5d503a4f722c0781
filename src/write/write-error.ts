/** Results could not be written, for a reason outside the program: a full disk, missing rights, a file in the way. */
export class WriteError extends Error {
  override readonly name = "WriteError";

  /** `what` is the file or folder as the user knows it, `reason` completes the sentence "Cannot write …: …". */
  constructor(what: string, reason: string, options?: ErrorOptions) {
    super(`Cannot write ${what}: ${reason}`, options);
  }
}

/** Does something on the disk; what fails there is said of `what`, in words. */
export async function writing<Result>(what: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new WriteError(what, REASONS[String(error.code)] ?? error.message, { cause: error });
  }
}

/** By the system's error code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "it is larger than files may be here",
  EROFS: "the disk is read-only",
  EACCES: "permission is denied",
  EPERM: "the operation is not permitted",
  ENOENT: "its folder is not there and cannot be made",
  EEXIST: "something else is in the way where a folder is needed",
  ENOTDIR: "something else is in the way where a folder is needed",
  EISDIR: "a folder is in the way where a file is needed",
  EBUSY: "another program is using it",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its path leads round in circles of links",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EIO: "the disk does not work",
};
