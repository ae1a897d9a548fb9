const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A day as exports of networks write it ("05 Mar 2024", "March 5, 2024") or as a table does ("2024-03-05"), as `YYYY-MM-DD`.
 * What cannot be read comes back as it is, so that it is refused where it stands and not lost.
 */
export function readConnectedOn(text: string): string {
  const words = text.trim();
  const dayFirst = /^(\d{1,2})[ .-]([A-Za-z]{3,9})[ .,-]+(\d{4})$/.exec(words);
  const monthFirst = /^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})$/.exec(words);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  const at = months.indexOf((month ?? "").slice(0, 3).toLowerCase());
  if (!day || !year || at < 0) return words;
  return `${year}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
