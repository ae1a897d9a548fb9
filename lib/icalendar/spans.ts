/** Time from a moment to another, in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** Spans within a range, in order, those that touch or overlap as one. */
export function merged(spans: readonly Span[], range: Span): Span[] {
  const within = spans
    .map(({ from, to }) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to) }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  const joined: Span[] = [];
  for (const span of within) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}
