import type { Line } from "./lines";
import type { Part, Sign } from "./parts";

/** Lines of one role's header: `from` to `to` (not included). */
export interface Header {
  from: number;
  to: number;
  strong: Set<Sign>;
  weak: Set<Sign>;
}

/** Lines that may stand between two statements of one header. */
const MOST_BETWEEN = 4;
const MOST_ABOVE = 3;
const MOST_BELOW = 2;

/**
 * Finds the headers between two lines. Lines with strong signs that stand together form a cluster; it takes in the short lines around it;
 * where a sign comes a second time the next header begins.
 */
export function findHeaders(lines: readonly Line[], parts: readonly Part[], from: number, to: number): Header[] {
  const headers: Header[] = [];
  let at = from;
  while (at < to) {
    if (!isAnchor(parts, at)) {
      at++;
      continue;
    }
    const cluster = [at];
    let last = at;
    for (let next = at + 1; next < to && next - last <= MOST_BETWEEN && joins(parts[next]); next++) {
      if (isAnchor(parts, next)) {
        cluster.push(next);
        last = next;
      }
    }
    const floor = headers.at(-1)?.to ?? from;
    headers.push(...splitCluster(lines, parts, cluster, floor, to));
    at = last + 1;
  }
  return headers;
}

function isAnchor(parts: readonly Part[], index: number): boolean {
  return (parts[index]?.strong.length ?? 0) > 0;
}

function joins(part: Part | undefined): boolean {
  return (
    part !== undefined &&
    part.kind !== "duties" &&
    part.kind !== "item" &&
    part.kind !== "prose" &&
    part.kind !== "description" &&
    part.kind !== "listing"
  );
}

function splitCluster(
  lines: readonly Line[],
  parts: readonly Part[],
  cluster: number[],
  floor: number,
  to: number,
): Header[] {
  const first = cluster[0] ?? floor;
  const starts: number[] = [climb(lines, parts, first, floor)];
  let seen = new Set<Sign>();
  let lastSign = new Map<Sign, number>();
  let previous = first;
  for (const index of cluster) {
    const signs = parts[index]?.strong ?? [];
    const repeated = signs.find(
      (sign) => seen.has(sign) && !isAside(lines, parts, sign, lastSign.get(sign) ?? 0, index, cluster),
    );
    if (repeated) {
      const offset = (lastSign.get(repeated) ?? index) - (starts.at(-1) ?? first);
      starts.push(boundary(lines, lastSign.get(repeated) ?? previous, previous, index, offset));
      seen = new Set();
      lastSign = new Map();
      for (let back = starts.at(-1) ?? index; back < index; back++) {
        for (const sign of parts[back]?.strong ?? []) {
          seen.add(sign);
          lastSign.set(sign, back);
        }
      }
    }
    for (const sign of signs) {
      seen.add(sign);
      lastSign.set(sign, index);
    }
    previous = index;
  }
  return starts.map((start, position) => {
    const next = starts[position + 1];
    const lastAnchor =
      cluster.filter((index) => index >= start && (next === undefined || index < next)).at(-1) ?? start;
    const end = Math.min(next ?? to, descend(lines, parts, start, lastAnchor, next ?? to));
    return gather(parts, start, end);
  });
}

/**
 * A project's name does not begin a role by itself: several may stand under one employer. It does where what makes a role follows it.
 * A second date in the value of a dated label, or in brackets right below, adds to the first.
 */
function isAside(
  lines: readonly Line[],
  parts: readonly Part[],
  sign: Sign,
  before: number,
  index: number,
  cluster: readonly number[],
): boolean {
  if (sign === "project") {
    const between = parts.slice(before + 1, index).flatMap((part) => part.strong);
    const after = cluster.filter((at) => at > index).flatMap((at) => parts[at]?.strong ?? []);
    return between.length === 0 || !after.some((next) => next !== "project" && next !== "number");
  }
  if (sign !== "dates") return false;
  if (lines[index]?.text.startsWith("(") && index - before === 1) return true;
  return parts[index]?.kind === "value" && index - before <= 3 && parts[before]?.kind === "field";
}

/**
 * Where the next header begins: at the last gap or table border since the sign stood `before`, else as many lines above the repeated sign as
 * in the header before.
 */
function boundary(lines: readonly Line[], before: number, previous: number, index: number, offset: number): number {
  for (let at = index; at > before; at--) {
    const line = lines[at];
    const above = lines[at - 1];
    if (line && line.gapBefore > 0 && line.place.row === null) return at;
    if (line && above && line.place.table !== above.place.table && line.place.table !== null) return at;
  }
  const wanted = index - Math.max(0, offset);
  return Math.max(previous + 1, Math.min(index, wanted));
}

/** Short lines above the first statement: the title above the dates, the employer above both. */
function climb(lines: readonly Line[], parts: readonly Part[], first: number, floor: number): number {
  let start = first;
  for (let at = first - 1; at >= floor && first - at <= MOST_ABOVE; at--) {
    const part = parts[at];
    const line = lines[at];
    const below = lines[at + 1];
    if (!part || !line || !below || (part.kind !== "short" && part.kind !== "value" && part.kind !== "detail")) break;
    const stands = line.bold >= 0.6 || line.upper || line.headingLevel !== null || part.weak.length > 0;
    const beginsBlock = line.gapBefore > 0 || at === floor;
    if (!stands && !beginsBlock) break;
    if (below.gapBefore > 2 && part.weak.length === 0) break;
    start = at;
    if (line.gapBefore > 0 && at < first - 1) break;
  }
  return start;
}

/** Short lines below the last statement, as long as they may add the title or the employer. */
function descend(lines: readonly Line[], parts: readonly Part[], start: number, last: number, limit: number): number {
  const has = gather(parts, start, last + 1);
  let end = last + 1;
  for (let at = last + 1; at < limit && at - last <= MOST_BELOW; at++) {
    const part = parts[at];
    const line = lines[at];
    if (!part || !line) break;
    if (part.kind === "value" || part.kind === "detail") {
      end = at + 1;
      continue;
    }
    if (part.kind !== "short") break;
    const adds = part.weak.some((sign) => !has.strong.has(sign) && !has.weak.has(sign));
    const looksIt =
      (line.bold >= 0.6 || line.upper || line.headingLevel !== null) && line.gapBefore === 0 && !/:$/.test(line.text);
    if (!adds && !looksIt) break;
    end = at + 1;
  }
  return end;
}

function gather(parts: readonly Part[], from: number, to: number): Header {
  const header: Header = { from, to, strong: new Set(), weak: new Set() };
  for (const part of parts.slice(from, to)) {
    for (const sign of part.strong) header.strong.add(sign);
    for (const sign of part.weak) header.weak.add(sign);
  }
  return header;
}
