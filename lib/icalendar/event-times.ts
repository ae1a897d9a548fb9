import { lineOf, wordOf, type Component } from "./components";
import type { FeedZones } from "./feed-zones";
import type { Problems } from "./problems";
import { readDuration, stampOf, type Stamp } from "./read-values";
import { momentOf, utc, wallAt, type Zone } from "./zone";

/** When an event is, the first time and each time that it recurs. */
export interface EventTimes {
  start: Stamp;
  zone: Zone;
  /** The moment at which it ends when it begins at a time on the wall. */
  endOf: (wall: number) => number;
  /** Not less than it takes, in seconds. */
  length: number;
}

/** Null for an event that says no start which can be read. */
export function timesOf(event: Component, zones: FeedZones, problems: Problems): EventTimes | null {
  const line = lineOf(event, "DTSTART");
  const start = line && stampOf(line);
  if (!start) {
    problems.add(line ? "bad-date" : "no-start");
    return null;
  }
  const zone = zoneOf(start, zones);
  const { days, seconds } = lengthOf(event, start, zones, problems);
  return {
    start,
    zone,
    endOf: (wall) => momentOf(wall + days * 86_400, zone) + seconds,
    length: days * 86_400 + seconds,
  };
}

/** The zone by whose clock a time is said. Days are days where the reader is. */
export const zoneOf = (stamp: Stamp, zones: FeedZones, otherwise = zones.own): Zone =>
  stamp.kind === "utc" ? utc : stamp.zone === null ? otherwise : zones.of(stamp.zone);

/** What an event takes: days as the calendar counts them, and seconds on top, the same each time. */
function lengthOf(event: Component, start: Stamp, zones: FeedZones, problems: Problems) {
  const isDay = start.kind === "day";
  const nothing = { days: isDay ? 1 : 0, seconds: 0 };
  const [endLine, durationLine] = [lineOf(event, "DTEND"), lineOf(event, "DURATION")];
  if (endLine) {
    const end = stampOf(endLine);
    if (!end) {
      problems.add("bad-date");
      return nothing;
    }
    const length =
      isDay && end.kind === "day"
        ? { days: (end.wall - start.wall) / 86_400, seconds: 0 }
        : { days: 0, seconds: secondsBetween(start, end, zones, recurs(event)) };
    if (length.days < 0 || length.seconds < 0) problems.add("ends-before-start");
    return length.days + length.seconds > 0 ? length : nothing;
  }
  if (!durationLine) return nothing;
  const duration = readDuration(durationLine.value);
  if (!duration) problems.add("bad-duration");
  return duration ?? nothing;
}

/** Whether others are worked out from an event, so that it matters also where it is far from what is asked for. */
const recurs = ({ lines }: Component): boolean =>
  lines.some(({ name, parameters }) => name === "RRULE" || name === "RDATE" || parameters["RANGE"] !== undefined);

/** The seconds between two stamps; of an event that is far away only what the clock says, as most of a calendar is long past. */
function secondsBetween(start: Stamp, end: Stamp, zones: FeedZones, matters: boolean): number {
  const isAlike = start.kind === end.kind && start.zone === end.zone;
  if (isAlike && !matters && zones.isFar(start.wall, end.wall)) return end.wall - start.wall;
  return momentOfStamp(end, zones) - momentOfStamp(start, zones);
}

export const momentOfStamp = (stamp: Stamp, zones: FeedZones, otherwise?: Zone): number =>
  momentOf(stamp.wall, zoneOf(stamp, zones, otherwise));

/** The day on which a stamp lies, as midnight on the wall, by the clock of a zone. */
export function dayOfStamp(stamp: Stamp, zone: Zone): number {
  const wall = stamp.kind === "utc" ? wallAt(stamp.wall, zone) : stamp.wall;
  return Math.floor(wall / 86_400) * 86_400;
}

/** Whether an event takes somebody's time. What may still come about does. */
export const isBusy = (event: Component): boolean =>
  wordOf(event, "TRANSP") !== "TRANSPARENT" &&
  wordOf(event, "STATUS") !== "CANCELLED" &&
  wordOf(event, "X-MICROSOFT-CDO-BUSYSTATUS") !== "FREE";
