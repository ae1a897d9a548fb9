/** A civil date some days on. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The dates from a first to a last one. */
export const datesFrom = (first: string, last: string): string[] => {
  const dates = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
};

/** The city of a zone, as one says it: "New York". */
export const cityOf = (timeZone: string): string => timeZone.split("/").at(-1)!.replaceAll("_", " ");
