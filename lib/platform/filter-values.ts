/*
 * How filters stand in the address. A choice: `search,networking`. A range of numbers or days: `7..`, `..30`, `7..30`, both ends
 * included. Yes or no: `yes`, `no`. A text: as typed. The same texts reach the list's conditions on the server.
 */

export interface Range {
  from?: string;
  to?: string;
}

/** The chosen values, in their order; what is empty falls out. */
export const readChoice = (value: string): string[] => value.split(",").filter(Boolean);

export const writeChoice = (values: readonly string[]): string => values.join(",");

/** Both ends of a range; an end that is not there is open. A value without dots is both ends. */
export function readRange(value: string): Range {
  const at = value.indexOf("..");
  if (at < 0) return value ? { from: value, to: value } : {};
  const from = value.slice(0, at).trim();
  const to = value.slice(at + 2).trim();
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** The range as text; null when both ends are open, so that the filter goes away. */
export function writeRange({ from, to }: Range): string | null {
  if (!from && !to) return null;
  return from === to && from ? from : `${from ?? ""}..${to ?? ""}`;
}
