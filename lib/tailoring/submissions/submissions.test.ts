import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditPayloads } from "@/db/schema/audit";
import { submissionMoves, submissions } from "@/db/schema/tailoring";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { timelineOf } from "@/lib/records/queries/timeline";
import { tailoringPersonalData } from "@/lib/tailoring/personal-data";
import { setRequirementStatus } from "@/lib/tailoring/requirements/commands";
import { moveSubmission, planInterview, putForward, takeBackSubmission } from "@/lib/tailoring/submissions/commands";
import { submissionList } from "@/lib/tailoring/submissions/list";
import { oneSubmission, submissionBoard, submissionsFor } from "@/lib/tailoring/submissions/queries";
import { recruiterDay } from "@/lib/tailoring/submissions/recruiter-day";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

const world = testWorld();

const move = (id: string, stage: SubmissionStage, reason?: string) =>
  world.north.execute(moveSubmission, "recruiter", { id, stage, reason });
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

test("somebody is put forward once, is taken back as a draft, and nobody is for what is filled", async () => {
  const { otherRequirementId: requirementId, candidateId } = world.north;
  const put = () => world.north.execute(putForward, "recruiter", { requirementId, candidateId });
  const { id } = await put();
  expect((await refusalOf(put())).code).toBe("conflict");
  await world.north.execute(takeBackSubmission, "recruiter", { id });
  expect(await world.north.ask(submissionsFor, "recruiter", { id: requirementId })).toEqual([]);
  await world.north.execute(setRequirementStatus, "recruiter", { id: requirementId, status: "filled" });
  expect((await refusalOf(put())).code).toBe("state");
  await world.north.execute(setRequirementStatus, "recruiter", { id: requirementId, status: "open" });
});

test("each move is kept with who, when and why; why somebody was rejected is sealed, in the trail too", async () => {
  const { submissionId: id } = world.north;
  await move(id, "tailored");
  await move(id, "sent");
  expect((await refusalOf(move(id, "placed"))).code).toBe("state");
  expect((await refusalOf(move(id, "rejected"))).details.field).toBe("reason");
  expect((await refusalOf(world.north.execute(takeBackSubmission, "recruiter", { id }))).code).toBe("state");
  await move(id, "rejected", "Too far from Zurich for her.");
  const shown = await world.north.ask(oneSubmission, "recruiter", { id });
  expect(shown.moves.map(({ toStage }) => toStage)).toEqual(["rejected", "sent", "tailored", "draft"]);
  expect(shown.moves[0]).toMatchObject({
    reason: "Too far from Zurich for her.",
    by: (await world.north.as("recruiter")).name,
  });
  const stored = await inNorth(async (tx) =>
    JSON.stringify([await tx.select().from(submissionMoves), await tx.select().from(auditPayloads)]),
  );
  expect(stored).not.toContain("Too far");
  await move(id, "draft");
});

test("an interview is planned in the zone of who types it, and the note is sealed", async () => {
  const { submissionId: id } = world.north;
  const { version } = await world.north.ask(oneSubmission, "recruiter", { id });
  const { timeZone } = await world.north.as("recruiter");
  const typed = { id, expectedVersion: version, interviewAt: "2026-11-24T10:30", note: "Ask about the nights." };
  await world.north.execute(planInterview, "recruiter", typed);
  const shown = await world.north.ask(oneSubmission, "recruiter", { id });
  expect(shown.note).toBe("Ask about the nights.");
  const there = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone });
  expect(there.format(shown.interviewAt!)).toBe("2026-11-24 10:30");
  expect(JSON.stringify(await inNorth((tx) => tx.select().from(submissions)))).not.toContain("Ask about");
  const stale = await refusalOf(world.north.execute(planInterview, "recruiter", { ...typed, note: "" }));
  expect(stale.details.current).toMatchObject({ interviewAt: "2026-11-24T10:30", note: "Ask about the nights." });
  const taken = await inNorth((tx) => tailoringPersonalData.export(tx, world.north.candidateId));
  expect(taken.submissions).toContainEqual(expect.objectContaining({ id, note: "Ask about the nights." }));
  expect(JSON.stringify(taken.submission_moves)).toContain("Too far from Zurich");
});

test("with the consent of an executive goes every trace of what they were put forward for", async () => {
  const { executiveId, programmeId, otherRequirementId: requirementId } = world.north;
  await world.north.execute(giveConsent, "executive", { programmeId, kind: "resume" });
  const { id } = await world.north.execute(putForward, "recruiter", { requirementId, candidateId: executiveId });
  await move(id, "tailored");
  const seen = async () => {
    const page = await askTogether(await world.north.as("recruiter"), (context) =>
      readList(context, submissionList, {}),
    );
    const board = await world.north.ask(submissionBoard, "recruiter", {});
    const opened = await world.north.ask(oneSubmission, "recruiter", { id }).catch(() => null);
    return [
      page.rows.some((row) => row.id === id),
      board.some(({ cards }) => cards.some((card) => card.id === id)),
      (await world.north.ask(submissionsFor, "recruiter", { id: requirementId })).length > 0,
      opened !== null,
    ];
  };
  expect(await seen()).toEqual([true, true, true, true]);
  await world.north.execute(withdrawConsent, "executive", { programmeId, kind: "resume" });
  expect(await seen()).toEqual([false, false, false, false]);
  const { name } = await world.north.as("executive");
  const record = { entity: "requirement", entityId: requirementId };
  expect(JSON.stringify(await world.north.ask(timelineOf, "recruiter", record))).not.toContain(name);
  expect((await refusalOf(move(id, "sent"))).code).toBe("not_found");
});

test("a recruiter's day: what is pressing first, whose answer is awaited, and this week's interviews", async () => {
  const day = await world.north.ask(recruiterDay, "recruiter", {}, { now: new Date("2026-11-02T07:00:00Z") });
  expect(day.requirements[0]).toMatchObject({ id: world.north.requirementId, urgency: "later", inWork: 2 });
  expect(day.waiting).toMatchObject([{ name: "Tobias Wennergren", stage: "sent" }]);
  expect(day.interviews).toMatchObject([{ name: "Tobias Wennergren" }]);
  const later = await world.north.ask(recruiterDay, "recruiter", {}, { now: new Date("2026-11-09T07:00:00Z") });
  expect(later.interviews).toEqual([]);
  expect(later.requirements[0]).toMatchObject({ id: world.north.requirementId, urgency: "soon" });
});

test("what is erased of a person is erased whole", async () => {
  const { candidateId } = world.north;
  await inNorth((tx) => tailoringPersonalData.erase(tx, candidateId));
  const left = await inNorth((tx) => tailoringPersonalData.export(tx, candidateId));
  expect(Object.values(left).flat()).toEqual([]);
});
