import { expect, test } from "vitest";
import { history, hour, on, termsOf } from "../testing/told-in-hours";
import type { ClockEvent } from "./events";
import type { Metric, RecordEvent } from "@/lib/platform/measured";
import { eventsOf } from "./metrics";
import { replay } from "./replay";
import type { Terms } from "./terms";

const byConsultant = { name: "messages.sent", facts: { from: "consultant" } };

const firstContact: Metric = {
  ...{ key: "first-contact", entity: "programme", runs: "once", reopened: "goes-on" },
  on: {
    start: ["programmes.activated"],
    stop: [byConsultant, "programmes.session-held"],
    pause: ["programmes.paused"],
    resume: ["programmes.resumed"],
    cancel: ["programmes.cancelled"],
  },
};

const answer: Metric = {
  ...{ key: "answer", entity: "programme", runs: "again", reopened: "begins-anew" },
  on: {
    start: [{ name: "messages.sent", facts: { from: "executive" } }],
    stop: [byConsultant],
    pause: ["programmes.paused"],
    resume: ["programmes.resumed"],
    cancel: ["programmes.cancelled"],
  },
};

const sessionNotes: Metric = {
  ...{ key: "session-notes", entity: "session", runs: "once", reopened: "goes-on" },
  on: { start: ["sessions.held"], stop: ["notes.shared"], reopen: ["notes.withdrawn"], cancel: ["sessions.missed"] },
};

const resumeTurnaround: Metric = {
  ...{ key: "resume-turnaround", entity: "resume", runs: "again", reopened: "goes-on" },
  on: {
    start: ["resumes.handed-in"],
    pause: ["resumes.asked-back"],
    resume: ["resumes.answered"],
    stop: ["resumes.returned"],
    reopen: ["resumes.refused"],
  },
};

const records = (...told: (readonly [string, string, RecordEvent["facts"]?, string?])[]): RecordEvent[] =>
  told.map(([when, name, facts, by], place) => ({
    at: on(when),
    order: place + 1,
    name,
    facts,
    by,
    id: `${place + 1}`,
  }));

const clocksOf = (metric: Metric, terms: Terms, told: readonly RecordEvent[], until: string) =>
  replay(metric, [...history(terms), ...eventsOf(metric, told)], on(until));

const from = (who: string) => ({ from: who });

test("a system message is no contact and no answer", () => {
  const told = records(
    ["Mo 9:00", "programmes.activated"],
    ["Mo 9:00", "messages.sent", from("system")],
    ["Mo 9:30", "messages.sent", from("executive")],
    ["Mo 9:31", "messages.sent", from("system")],
  );
  expect(clocksOf(firstContact, termsOf(16), told, "Mo 12:00")).toMatchObject([{ state: "running" }]);
  expect(clocksOf(answer, termsOf(8), told, "Mo 12:00")).toMatchObject([
    { state: "running", startedAt: on("Mo 9:30") },
  ]);
});

test("contact and answer by another consultant count", () => {
  const told = records(
    ["Mo 9:00", "programmes.activated", {}, "executive-1"],
    ["Mo 9:30", "messages.sent", from("executive"), "executive-1"],
    ["Mo 11:00", "messages.sent", from("consultant"), "consultant-2"],
  );
  for (const metric of [firstContact, answer]) {
    const [clock] = clocksOf(metric, termsOf(8), told, "Mo 12:00");
    expect(clock).toMatchObject({ state: "met", stoppedAt: on("Mo 11:00") });
    expect(clock!.history.at(-1)!.happened).toEqual([
      { what: "stop", cause: { code: "messages.sent", id: "3", by: "consultant-2" } },
    ]);
  }
});

test("a further message by the executive neither answers nor moves the due moment", () => {
  const told = records(
    ["Mo 9:00", "messages.sent", from("executive")],
    ["Mo 16:00", "messages.sent", from("executive")],
    ["Tu 12:00", "messages.sent", from("consultant")],
    ["Tu 13:00", "messages.sent", from("executive")],
  );
  expect(clocksOf(answer, termsOf(8), told, "Tu 14:00")).toMatchObject([
    { cycle: 1, state: "breached", dueAt: on("Mo 17:00"), elapsed: 11 * hour },
    { cycle: 2, state: "running", dueAt: on("We 13:00") },
  ]);
});

test("two metrics on one record: a shorter target leaves the other's due alone, and each ends by itself", () => {
  const told = records(
    ["Mo 9:00", "programmes.activated"],
    ["Mo 9:00", "messages.sent", from("executive")],
    ["Mo 10:00", "programmes.paused"],
    ["Mo 11:00", "programmes.resumed"],
    ["Mo 15:00", "programmes.session-held"],
  );
  const both = (contact: Terms, reply: Terms) =>
    [clocksOf(firstContact, contact, told, "Mo 16:00")[0]!, clocksOf(answer, reply, told, "Mo 16:00")[0]!] as const;
  const [contact, reply] = both(termsOf(16), termsOf(2));
  expect(contact).toMatchObject({ state: "met", dueAt: on("We 10:00") });
  expect(reply).toMatchObject({ state: "breached", dueAt: on("Mo 12:00"), stoppedAt: null });
  const [sooner, same] = both(termsOf(1), termsOf(2));
  expect(sooner.dueAt).toBe(on("Mo 11:00"));
  expect(same).toEqual(reply);
});

test("notes that are withdrawn are owed again, and none are owed for a session that was missed", () => {
  const told = records(["Mo 9:00", "sessions.held"], ["Mo 11:00", "notes.shared"], ["We 9:00", "notes.withdrawn"]);
  expect(clocksOf(sessionNotes, termsOf(8), told, "We 10:00")).toMatchObject([
    { state: "running", dueAt: on("We 15:00") },
  ]);
  const missed = records(["Mo 9:00", "sessions.held"], ["Mo 10:00", "sessions.missed"]);
  expect(clocksOf(sessionNotes, termsOf(8), missed, "We 10:00")).toMatchObject([{ state: "cancelled", told: [] }]);
});

test("a resume stands with the executive while something is asked back, and goes on when it is refused", () => {
  const told = records(
    ["Mo 9:00", "resumes.handed-in"],
    ["Mo 12:00", "resumes.asked-back"],
    ["We 9:00", "resumes.answered"],
    ["We 11:00", "resumes.returned"],
    ["Th 9:00", "resumes.refused"],
    ["Th 10:00", "resumes.returned"],
    ["Fr 9:00", "resumes.handed-in"],
  );
  expect(clocksOf(resumeTurnaround, termsOf(8), told, "Fr 10:00")).toMatchObject([
    { cycle: 1, state: "met", elapsed: 6 * hour, paused: 13 * hour, stoppedAt: on("Th 10:00") },
    { cycle: 2, state: "running", elapsed: hour },
  ]);
});

test("an event that does two things ends before it begins, and one that is nobody's does nothing", () => {
  const both: Pick<Metric, "on"> = { on: { start: ["phases.entered"], stop: ["phases.entered"] } };
  const told = records(["Mo 9:00", "phases.entered"], ["Mo 10:00", "phases.renamed"]);
  expect(eventsOf(both, told)).toEqual<ClockEvent[]>([
    { at: on("Mo 9:00"), order: 1, what: "stop", cause: { code: "phases.entered", id: "1" } },
    { at: on("Mo 9:00"), order: 1, what: "start", cause: { code: "phases.entered", id: "1" } },
  ]);
});

test("an event counts where all its facts are those that are asked for", () => {
  const on = { start: [{ name: "messages.sent", facts: { from: "executive", asks: true } }] };
  const found = (facts?: RecordEvent["facts"]) => eventsOf({ on }, records(["Mo 9:00", "messages.sent", facts])).length;
  expect(found({ from: "executive", asks: true, long: true })).toBe(1);
  expect([found({ from: "executive", asks: false }), found({ asks: true }), found()]).toEqual([0, 0, 0]);
});
