import { usualWeek } from "@/lib/business-time/calendar";
import type { Host, HostSession, Question, SessionType } from "../rules/question";

/** A host in Zurich, Monday to Friday from nine to five, whom anybody can book at any time. */
export const plainHost = (more: Partial<Host> = {}): Host => ({
  ...{ id: "imke", availability: { timeZone: "Europe/Zurich", week: usualWeek, overrides: [] } },
  ...{ noticeMinutes: 0, horizonDays: 365, mostPerDay: null, mostPerWeek: null, busy: [], sessions: [], ...more },
});

/** An hour, each hour. */
export const plainType = (more: Partial<SessionType> = {}): SessionType => ({
  ...{ id: "coaching", lengthMinutes: 60, stepMinutes: 60, bufferBefore: 0, bufferAfter: 0, capacity: 1 },
  ...{ noticeMinutes: 0, horizonDays: 365, mostPerDay: null, ...more },
});

export const plainQuestion = (more: Partial<Question> = {}): Question => ({
  ...{
    mode: "any",
    hosts: [plainHost()],
    type: plainType(),
    attendee: [],
    now: new Date("2026-11-20T12:00Z"),
    ...more,
  },
});

/** A session of an hour. */
export const plainSession = (startsAt: string, more: Partial<HostSession> = {}): HostSession => ({
  ...{ id: startsAt, startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000) },
  ...{ bufferBefore: 0, bufferAfter: 0, typeId: "coaching", capacity: 1, taken: 1, ...more },
});
