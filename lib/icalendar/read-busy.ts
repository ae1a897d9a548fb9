import { Budget } from "./budget";
import { lineOf, readComponents, wordOf, type Component } from "./components";
import { FeedZones } from "./feed-zones";
import { Problems, type Problem } from "./problems";
import { readStamp } from "./read-values";
import { isOccurrence, periodEnd, seriesSpans, type FeedEvent, type Reading } from "./series-spans";
import { merged, type Span } from "./spans";
import { decode } from "./text-lines";
import { momentOfStamp } from "./event-times";

/** Asked of a feed: the time from one moment to another, for somebody whose whole days and times without a zone are in `timeZone`. */
export interface BusyQuestion {
  from: Date;
  to: Date;
  timeZone: string;
  /** Events that do not count, by their UID: one's own, which came there by an invitation. */
  leavesOut?: (uid: string) => boolean;
}

/** When somebody is busy, and nothing of with what: no words of a feed leave this function. */
export type BusyReading =
  | {
      isCalendar: true;
      /** In order, apart from one another, within the range. */
      busy: { from: Date; to: Date }[];
      problems: Problem[];
      /** How many events the feed has, in the range or not. */
      events: number;
      /** How much work it was. */
      steps: number;
    }
  | { isCalendar: false; reason: "too-large" | "empty" | "web-page" | "no-calendar" };

/** The most that a feed may have: bytes, or letters of a text. */
export const mostOfFeed = 10 * 1024 * 1024;

/** What a feed may take: a second or so. */
const stepsOfFeed = 1_000_000;

const wanted = new Set(
  "UID SEQUENCE METHOD DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP X-MICROSOFT-CDO-BUSYSTATUS FREEBUSY TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION".split(
    " ",
  ),
);

/** The busy time of a calendar that is published as a file. Whatever stands in it, it is read to its end in bounded time; what could not be read is told in `problems`. */
export function readBusy(content: Uint8Array | string, question: BusyQuestion): BusyReading {
  const range = { from: question.from.getTime() / 1000, to: question.to.getTime() / 1000 };
  if (!(range.from < range.to)) throw new RangeError("Busy time is asked for from a moment to a later one.");
  if (content.length > mostOfFeed) return { isCalendar: false, reason: "too-large" };
  const { text, guessed } = decode(content);
  const { calendars, broken, unclosed } = readComponents(text, wanted);
  if (calendars.length === 0) return { isCalendar: false, reason: whatElse(text) };
  const problems = new Problems();
  problems.add("encoding-guessed", guessed ? 1 : 0);
  problems.add("broken-line", broken);
  problems.add("missing-end", unclosed);
  const reading = { range, budget: new Budget(stepsOfFeed), problems };
  const zonesOf = (calendar: Component): FeedZones =>
    new FeedZones(calendar, { timeZone: question.timeZone, ...reading });
  const leftOut = (part: Component): boolean => question.leavesOut?.(lineOf(part, "UID")?.value ?? "") ?? false;
  const spans: Span[] = [];
  const events: FeedEvent[] = [];
  for (const calendar of calendars) {
    const zones = zonesOf(calendar);
    const isOff = tellsNothing.has(wordOf(calendar, "METHOD"));
    for (const part of calendar.parts) {
      if (part.name === "VEVENT" && !isOff && !leftOut(part)) events.push({ event: part, zones });
      if (part.name === "VFREEBUSY") for (const span of freeBusySpans(part, zones, reading)) spans.push(span);
    }
  }
  for (const { masters, others } of byUid(events))
    for (const span of seriesSpans(masters, others, reading)) spans.push(span);
  if (reading.budget.isOver) problems.add("too-much-work");
  const busy = merged(spans, range).map(({ from, to }) => ({ from: new Date(from * 1000), to: new Date(to * 1000) }));
  return { isCalendar: true, busy, problems: problems.list(), events: events.length, steps: reading.budget.spent };
}

/** What is called off or merely talked about takes no time. */
const tellsNothing = new Set(["CANCEL", "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"]);

function whatElse(text: string): "empty" | "web-page" | "no-calendar" {
  const begin = text.slice(0, 2_000).trim().toLowerCase();
  if (begin === "") return "empty";
  return /^<(!doctype html|html|head|body)|<html[\s>]/.test(begin) ? "web-page" : "no-calendar";
}

/** The events of each UID: series and single events, and occurrences that are otherwise. Of what is there in several versions the latest counts. */
function byUid(events: readonly FeedEvent[]): { masters: FeedEvent[]; others: FeedEvent[] }[] {
  const groups = new Map<string | Component, FeedEvent[]>();
  for (const found of events) {
    // An event without a UID is for itself.
    const uid = lineOf(found.event, "UID")?.value || found.event;
    const group = groups.get(uid);
    if (group) group.push(found);
    else groups.set(uid, [found]);
  }
  return [...groups.values()].map((group) => {
    const masters = group.filter(({ event }) => !isOccurrence(event));
    const last = masters.reduce((most, found) => Math.max(most, sequenceOf(found)), 0);
    const others = new Map<string, FeedEvent>();
    for (const found of group.filter(({ event }) => isOccurrence(event))) {
      const id = wordOf(found.event, "RECURRENCE-ID");
      const known = others.get(id);
      if (!known || sequenceOf(found) >= sequenceOf(known)) others.set(id, found);
    }
    // Some give the same UID to events that have nothing to do with one another: those of the same version all count.
    return { masters: masters.filter((found) => sequenceOf(found) === last), others: [...others.values()] };
  });
}

const sequenceOf = ({ event }: FeedEvent): number => Number(lineOf(event, "SEQUENCE")?.value) || 0;

function* freeBusySpans(part: Component, zones: FeedZones, { budget, problems }: Reading): Generator<Span> {
  for (const { name, value, parameters } of part.lines) {
    if (name !== "FREEBUSY" || parameters["FBTYPE"]?.toUpperCase() === "FREE") continue;
    for (const period of value.split(",")) {
      if (!budget.spend()) return;
      const [first = "", last = ""] = period.split("/");
      const start = readStamp(first);
      const end = start && periodEnd(start, last, undefined, zones);
      if (start && end != null) yield { from: momentOfStamp(start, zones), to: end };
      else problems.add("bad-date");
    }
  }
}
