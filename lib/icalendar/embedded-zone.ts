import type { OffsetSpan } from "@/lib/business-time/zone-offsets";
import type { Budget } from "./budget";
import { lineOf, type Component } from "./components";
import { readOffset, readStamp, stampOf } from "./read-values";
import { readRule } from "./recurrence-rule";
import { occurrences } from "./recurrence";
import type { Zone } from "./zone";

/** The year before which no meeting is of interest, as midnight on the wall; but for the change that held then. */
const longAgo = Date.UTC(1969, 0) / 1000;

/** More changes than these are no zone. */
const most = 1_000;

/**
 * A zone as a calendar describes it, right until a moment; null where it says nothing that can be used. A zone's rules come once a year:
 * those of other kinds are passed over.
 */
export function embeddedZone(zone: Component, until: number, budget: Budget): Zone | null {
  const changes = zone.parts
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .flatMap((observance) => changesOf(observance, until, budget))
    .sort((one, other) => one.at - other.at);
  const [first] = changes;
  if (!first || changes.length > most) return null;
  const spans: OffsetSpan[] = [{ from: -Infinity, to: first.at, offset: first.before }];
  for (const { at, after } of changes) {
    const last = spans.at(-1)!;
    last.to = at;
    // A change that is said twice is one.
    if (last.from === at) spans.pop();
    spans.push({ from: at, to: Infinity, offset: after });
  }
  return { spansAround: () => spans };
}

function changesOf(observance: Component, until: number, budget: Budget) {
  const start = lineOf(observance, "DTSTART");
  const begin = start && stampOf(start);
  const [before, after] = ["TZOFFSETFROM", "TZOFFSETTO"].map((name) =>
    readOffset(lineOf(observance, name)?.value ?? ""),
  );
  if (!begin || before == null || after == null) return [];
  const walls = [begin.wall];
  for (const { name, value } of observance.lines) {
    const rule = name === "RRULE" ? readRule(value) : null;
    if (rule?.frequency === "YEARLY") {
      const end = rule.until ? rule.until.wall + (rule.until.kind === "utc" ? before : 0) : until;
      const times = occurrences({ rule, start: begin.wall, from: longAgo, to: Math.min(end, until), budget });
      for (const wall of times) walls.push(wall);
    }
    if (name === "RDATE")
      for (const date of value.split(",")) {
        const stamp = budget.spend() && readStamp(date);
        if (stamp) walls.push(stamp.wall);
      }
  }
  return [...new Set(walls)].map((wall) => ({ at: wall - before, before, after }));
}
