/**
 * Bytes of a letter's files together. Servers commonly take 25 MB, which holds for the mail as it travels, where files are a third larger.
 */
export const mostBytes = 18 * 1024 * 1024;

/** Characters of a subject at most, with its values. */
export const longestSubject = 200;

/** Files of a letter at most. */
export const mostFiles = 30;
