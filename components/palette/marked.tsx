/** The letters that were typed, heavier where words begin with them. */
export function Marked({ text, query }: { text: string; query: string }) {
  const typed = query.trim();
  if (!typed) return text;
  const at = startOf(text, typed);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="bg-transparent font-[700] text-inherit">{text.slice(at, at + typed.length)}</mark>
      {text.slice(at + typed.length)}
    </>
  );
}

/** Where a word of the text begins with what was typed, without case and accents; else where it occurs at all. */
export function startOf(text: string, typed: string): number {
  const plain = fold(text);
  const wanted = fold(typed);
  // Folding that changes the length would mark the wrong letters.
  if (plain.length !== text.length || !wanted) return -1;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(plain[at - 1] ?? " ")) return at;
  }
  return plain.indexOf(wanted);
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
