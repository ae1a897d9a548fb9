const titles = /^(dr|prof|mr|mrs|ms|dipl|ing|hr|fr)\.?$/iu;

/** First letters of the first and the last name; titles are skipped, one name gives one letter, none gives "?". */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word && !titles.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => (word ? ([...word][0] ?? "") : ""));
  return letters.join("").toLocaleUpperCase() || "?";
}
