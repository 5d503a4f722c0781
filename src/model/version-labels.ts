/** A version's label, which is a part of file names. */
export const VERSION_LABEL = /^[A-Za-z0-9_-]{1,40}$/;

/** How many versions an exam may have. */
export const MOST_VERSIONS = 10_000;
