/** Longest sidecar that is read, in UTF-16 code units. */
export const longestSidecar = 16_000_000;

/** Longest record or top-level entry that goes to the YAML parser whole, in UTF-16 code units. */
export const longestEntry = 64_000;

/** Deepest nesting of lists and maps. */
export const deepest = 64;

/** More problems than this in one file are not told one by one. */
export const mostProblems = 100;
