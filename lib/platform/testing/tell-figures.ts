/**
 * Prints what a test measured on documents that are not in the project, so that a run tells how good it is and not only that it is
 * good enough. The only words that a test prints: everything else it asserts.
 */
export const tellFigures = (...lines: readonly string[]): void => console.log(lines.join("\n"));
