import type { OffsetSpan } from "@/lib/business-time/zone-offsets";
import type { Budget } from "./budget";
import { lineOf, type Component } from "./components";
import { embeddedZone } from "./embedded-zone";
import type { Problems } from "./problems";
import { readOffset } from "./read-values";
import type { Span } from "./spans";
import { ofWindows } from "./windows-zones";
import { ianaZone, yearOf, type Zone } from "./zone";

/** What the zones of a feed are read with. */
interface Reading {
  /** The zone of times that name none. */
  timeZone: string;
  /** The time that is of interest. */
  range: Span;
  budget: Budget;
  problems: Problems;
}

/**
 * The zones that a calendar names. A name that is known counts as what it is known for; what the calendar itself says of it is only taken for names of its own, as
 * Outlook writes for a zone the yearly rule that holds now, whatever the year.
 */
export class FeedZones {
  readonly own: Zone;
  private readonly known = new Map<string, Zone>();
  private readonly described: ReadonlyMap<string, Component>;

  constructor(
    calendar: Component,
    private readonly reading: Reading,
  ) {
    this.own = thrifty(reading.timeZone, reading);
    this.described = new Map(
      calendar.parts
        .filter(({ name }) => name === "VTIMEZONE")
        .map((part) => [unquoted(lineOf(part, "TZID")?.value ?? ""), part]),
    );
  }

  /** The zone of a name. For one that nobody knows it is the zone of the reader, and a problem. */
  of(name: string): Zone {
    const found = this.known.get(name) ?? (this.reading.budget.spend(1_000) ? this.look(name) : this.own);
    this.known.set(name, found);
    return found;
  }

  /** Whether what a clock shows lies outside of what is of interest, in whatever zone. */
  isFar(from: number, to: number): boolean {
    const { range } = this.reading;
    return to < range.from - 2 * 86_400 || from > range.to + 2 * 86_400;
  }

  private look(name: string): Zone {
    const known = ianaNameOf(name);
    if (known) return thrifty(known, this.reading);
    const described = this.described.get(name);
    const place = described && ianaNameOf(lineOf(described, "X-LIC-LOCATION")?.value ?? "");
    if (place) return thrifty(place, this.reading);
    const { range, budget, problems } = this.reading;
    const embedded = described && embeddedZone(described, range.to + 366 * 86_400, budget);
    if (embedded) return embedded;
    problems.add("unknown-zone");
    return fixed(name) ?? this.own;
  }
}

/** The IANA name in a name: itself, at the end of one with a prefix as `/mozilla.org/20050126_1/Europe/Berlin`, or what Windows means by it. */
function ianaNameOf(name: string): string | null {
  const parts = name.split("/").filter(Boolean);
  const endings = [3, 2, 1].map((length) => parts.slice(-length).join("/"));
  // A short name alone, as “EST”, only where nothing stands before it.
  const candidates = parts.length > 1 ? endings.slice(0, 2) : parts;
  for (const candidate of candidates) {
    const known = candidate.length < 60 && asIana(candidate);
    if (known) return known;
  }
  return ofWindows(name);
}

/** A zone's one name, in whatever letters it is written; null where there is none. */
function asIana(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** A zone that says by its name how far it is ahead of UTC, as “(UTC+01:00) Bern” or “GMT+0100”. */
function fixed(name: string): Zone | null {
  const said = /(?:UTC|GMT) ?([+-]\d{1,2})[:.]?(\d\d)?/i.exec(name);
  const [sign = "", hours = ""] = [said?.[1]?.[0], said?.[1]?.slice(1)];
  const offset = said && readOffset(`${sign}${hours.padStart(2, "0")}${said[2] ?? "00"}`);
  return offset == null ? null : { spansAround: () => [{ from: -Infinity, to: Infinity, offset }] };
}

/** Offsets are looked up for each year of a zone, which is work: a feed that names all zones in all years gets only so many. */
function thrifty(name: string, { budget, range }: Reading): Zone {
  const zone = ianaZone(name);
  const years = new Map<number, readonly OffsetSpan[]>();
  const last = yearOf(range.to) + 1;
  return {
    spansAround: (asked) => {
      const year = Math.min(Math.max(asked, 1970), last);
      const known = years.get(year) ?? (budget.spend(2_000) ? zone.spansAround(year) : [...years.values()][0]);
      const spans = known ?? zone.spansAround(last);
      years.set(year, spans);
      return spans;
    },
  };
}

const unquoted = (name: string): string => name.replaceAll('"', "").trim();
