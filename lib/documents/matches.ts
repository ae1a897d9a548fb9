/**
 * As `matchAll`, which makes a copy of its pattern for each call: V8 compiles that anew whenever it has emptied its cache, and large patterns take
 * milliseconds. `pattern` has the flag g.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
