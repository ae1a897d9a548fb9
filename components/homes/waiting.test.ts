import { expect, test } from "vitest";
import { placeOf, waitingFor } from "@/components/homes/waiting";

const now = new Date("2026-11-20T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const nothing = { threads: [], signatures: [], plans: [], landings: [], uncontacted: [], aftercare: [] };
const thread = (programmeId: string, days: number, unread: number, lastMine = false) => ({
  ...{ programmeId, other: programmeId, unread, last: "Shall I?", lastAt: daysAgo(days), lastMine },
});
const accepted = (id: string, days: number) => ({
  ...{ id, name: id, lastRole: "CFO", acceptedAt: daysAgo(days), invitedAt: daysAgo(days + 3) },
});

test("who asked stands before what is to be signed; among both who waits longest", () => {
  const waiting = waitingFor(
    {
      ...nothing,
      threads: [thread("asks", 1, 1)],
      signatures: [
        { taskId: "t", programmeId: "ticked", title: "Target list", name: "B", doneAt: daysAgo(4), evidence: 2 },
      ],
      plans: [{ programmeId: "plan", name: "C", goal: "Lead a port", signedAt: daysAgo(2) }],
      aftercare: [{ programmeId: "landed", name: "D", afterDays: 30, dueOn: "2026-11-10" }],
    },
    now,
  );
  expect(waiting.map(({ kind }) => kind)).toEqual(["message", "aftercare", "sign-off", "plan"]);
  expect(waiting[2]).toMatchObject({ tasks: 1, evidence: 2, about: "Target list" });
  expect(placeOf(waiting[2]!)).toBe("/tasks#task-t");
});

test("the tasks of one person are one line, named after the one that waits longest", () => {
  const task = (taskId: string, days: number, evidence: number) => ({
    ...{ taskId, programmeId: "p", title: taskId, name: "B", doneAt: daysAgo(days), evidence },
  });
  const [line, ...more] = waitingFor(
    { ...nothing, signatures: [task("new", 1, 1), task("old", 9, 0), task("middle", 3, 2)] },
    now,
  );
  expect(more).toEqual([]);
  expect(line).toMatchObject({ about: "old", key: "old", tasks: 3, evidence: 3 });
});

test("a message that was read waits for its answer, for a week; an answered one for nobody", () => {
  const waiting = waitingFor(
    {
      ...nothing,
      threads: [thread("read", 3, 0), thread("thanks", 9, 0), thread("old", 30, 2), thread("answered", 1, 0, true)],
    },
    now,
  );
  expect(waiting.map(({ programmeId, read }) => [programmeId, read ?? false])).toEqual([
    ["old", false],
    ["read", true],
  ]);
});

test("who wrote is not listed again as waiting for a first word", () => {
  const waiting = waitingFor(
    { ...nothing, threads: [thread("new", 1, 1)], uncontacted: [accepted("new", 2), accepted("silent", 2)] },
    now,
  );
  expect(waiting.map(({ kind, programmeId }) => `${kind} ${programmeId}`)).toEqual([
    "first-contact silent",
    "message new",
  ]);
});
