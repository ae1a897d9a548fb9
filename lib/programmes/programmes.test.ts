import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { timelineEntries } from "@/db/schema/platform";
import { programmes } from "@/db/schema/programmes";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { handOver, handOverAll, takeBackHandover } from "@/lib/programmes/commands/handover";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import { landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  pauseProgramme,
  reopenProgramme,
  resumeProgramme,
} from "@/lib/programmes/commands/lifecycle";
import { completePhase } from "@/lib/programmes/commands/phases";
import { remindDueTasks } from "@/lib/programmes/commands/sweeps";
import { addEvidence, addTask, completeTask, editTask } from "@/lib/programmes/commands/tasks";
import { editProgramme } from "@/lib/programmes/commands/edit";
import { caseload } from "@/lib/programmes/lists";
import { oneProgramme, programmeTaskList } from "@/lib/programmes/queries/record";

const world = testWorld();

const rowOf = (id: string) =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [row] = await tx.select().from(programmes).where(eq(programmes.id, id));
    return row!;
  });

const invite = (email: string, name = "Marlene Oduya") =>
  world.north.execute(inviteExecutive, "consultant", { name, email, packageId: world.north.packageId });

describe("inviting an executive", () => {
  test("makes the programme with its own copy of the plan, in the consultant's caseload", async () => {
    const { id } = await invite("marlene@example.com");
    const programme = await world.north.ask(oneProgramme, "consultant", { id });
    expect(programme).toMatchObject({ state: "invited", consultantId: world.north.consultantId, attention: "waiting" });
    expect(programme.phases.map(({ name }) => name)).toEqual(["Intake", "Search and offers"]);
    const tasks = await world.north.ask(programmeTaskList, "consultant", { id });
    expect(tasks.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ["Work through Intake", null],
      ["Work through Search and offers", null],
      ["Write to ten companies", null],
    ]);
  });

  test("is refused for somebody whose programme has not ended, at the field", async () => {
    const refusal = await refusalOf(invite("executive@north.example"));
    expect(refusal).toMatchObject({ code: "conflict", details: { field: "email" } });
  });

  test("is refused for a consultant of whom nobody knows, and for a package that was put away", async () => {
    const base = { name: "A", email: "a@example.com", packageId: world.north.packageId };
    const stranger = world.north.execute(inviteExecutive, "administrator", {
      ...base,
      consultantId: world.north.contactId,
    });
    expect((await refusalOf(stranger)).details.field).toBe("consultantId");
    const foreign = world.north.execute(inviteExecutive, "consultant", { ...base, packageId: world.south.packageId });
    expect((await refusalOf(foreign)).details.field).toBe("packageId");
  });
});

describe("from the acceptance to the landing", () => {
  test("dates follow, refused moves say why, and the history tells it", async () => {
    const { north } = world;
    const id = north.intakeProgrammeId;
    const early = await refusalOf(north.execute(pauseProgramme, "consultant", { id, reason: "Too early." }));
    expect(early.message).toBe("The programme is in intake: only a running programme can be paused.");
    await north.execute(activateProgramme, "consultant", { id, beginsOn: "2026-11-02" });
    expect((await rowOf(id)).endsOn).toBe("2027-05-01");

    const monday = new Date("2026-11-09T09:00:00Z");
    await north.execute(pauseProgramme, "consultant", { id, reason: "A journey." }, { now: monday });
    await north.execute(resumeProgramme, "consultant", { id }, { now: new Date("2026-11-19T09:00:00Z") });
    expect((await rowOf(id)).endsOn).toBe("2027-05-11");

    const future = north.execute(landProgramme, "consultant", {
      id,
      kind: "employed",
      employer: "Norvel",
      acceptedOn: "2031-01-01",
    });
    expect((await refusalOf(future)).details.field).toBe("acceptedOn");
    const input = { id, kind: "employed" as const, employer: "Norvel", title: "CFO", acceptedOn: "2026-11-18" };
    await north.execute(landProgramme, "consultant", input);
    expect((await rowOf(id)).state).toBe("landed");
    const twice = await refusalOf(north.execute(landProgramme, "consultant", input));
    expect(twice.message).toContain("The executive has landed");

    await north.execute(reopenProgramme, "consultant", { id, reason: "The employer withdrew." });
    const reopened = await north.ask(oneProgramme, "consultant", { id });
    expect(reopened).toMatchObject({ state: "active", landing: null });
    const kinds = await transaction({ organisationId: north.organisationId }, (tx) =>
      tx
        .select({ kind: timelineEntries.kind })
        .from(timelineEntries)
        .where(eq(timelineEntries.entityId, id))
        .orderBy(timelineEntries.id),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      ["activated", "paused", "resumed", "landed", "reopened"].map((kind) => `programmes.${kind}`),
    );
  });

  test("only the executive accepts, and once", async () => {
    const { id } = await invite("accepts@example.com", "Ada Accepts");
    expect((await refusalOf(world.north.execute(acceptProgramme, "executive", { id }))).code).toBe("not_found");
  });
});

describe("tasks", () => {
  test("ask for their evidence before they are done, and feed the next step", async () => {
    const { north } = world;
    const { id } = (await north.execute(addTask, "consultant", {
      programmeId: north.programmeId,
      title: "Write down what you look for",
      owner: "executive",
      evidence: "text",
      dueOn: "2026-11-05",
    })) as { id: string };
    expect(await rowOf(north.programmeId)).toMatchObject({
      nextStep: "Write down what you look for",
      nextDueOn: "2026-11-05",
    });
    const refusal = await refusalOf(north.execute(completeTask, "executive", { id }));
    expect(refusal.message).toContain("asks for a sentence");
    await north.execute(addEvidence, "executive", { taskId: id, note: "A company that makes something." });
    await north.execute(completeTask, "executive", { id });
    expect((await rowOf(north.programmeId)).nextStep).toBe("Write down three achievements");
  });

  test("of the consultant are not the executive's to tick off", async () => {
    const { id } = (await world.north.execute(addTask, "consultant", {
      programmeId: world.north.programmeId,
      title: "Review the letter",
      owner: "consultant",
    })) as { id: string };
    const refusal = await refusalOf(world.north.execute(completeTask, "executive", { id }));
    expect(refusal.message).toBe("This task is your consultant’s to tick off.");
  });

  test("that somebody else changed meanwhile are not overwritten", async () => {
    const input = { id: world.north.doneTaskId, title: "A", owner: "executive" as const };
    await world.north.execute(editTask, "consultant", { ...input, expectedVersion: 1 });
    const refusal = await refusalOf(
      world.north.execute(editTask, "consultant", { ...input, title: "B", expectedVersion: 1 }),
    );
    expect(refusal).toMatchObject({ code: "conflict", details: { current: { title: "A" } } });
  });

  test("of a phase hold it until they are done", async () => {
    const { id } = await invite("phases@example.com", "Petra Phases");
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.update(programmes).set({ state: "intake" }).where(eq(programmes.id, id)),
    );
    const refusal = await refusalOf(world.north.execute(completePhase, "consultant", { id }));
    expect(refusal.message).toBe("One mandatory task of this phase is still open.");
  });

  test("that are due are brought to mind once", async () => {
    const { id } = (await world.north.execute(addTask, "consultant", {
      programmeId: world.north.programmeId,
      title: "Due soon",
      owner: "executive",
      dueOn: "2026-11-10",
    })) as { id: string };
    expect(id).toBeTruthy();
    const at = { now: new Date("2026-11-09T09:00:00Z") };
    const first = await world.north.execute(remindDueTasks, "administrator", {}, at);
    const second = await world.north.execute(remindDueTasks, "administrator", {}, at);
    expect(first.reminded).toBeGreaterThan(0);
    expect(second.reminded).toBe(0);
  });
});

describe("who sees what", () => {
  test("a consultant the caseload, an executive the own programme, an administrator all", async () => {
    const rows = async (role: string) => {
      const actor = await world.north.as(role);
      return (await askTogether(actor, (context) => readList(context, caseload, {}))).rows.map(({ id }) => id);
    };
    expect(await rows("executive")).toEqual([world.north.programmeId]);
    expect(await rows("other-consultant")).toEqual([]);
    expect((await rows("administrator")).length).toBe((await rows("consultant")).length);
    expect(
      (await refusalOf(world.north.ask(oneProgramme, "other-consultant", { id: world.north.programmeId }))).code,
    ).toBe("not_found");
  });

  test("a handover changes it at once, and a whole caseload goes together", async () => {
    const { north } = world;
    const input = { id: north.landedProgrammeId, toPersonId: north.otherConsultantId };
    await north.execute(noteAftercare, "consultant", { id: north.aftercareId, stillThere: true });
    expect((await refusalOf(north.execute(handOver, "consultant", input))).code).toBe("state");
    await north.execute(handOver, "consultant", { ...input, id: north.pausedProgrammeId });
    expect((await north.ask(oneProgramme, "other-consultant", { id: north.pausedProgrammeId })).state).toBe("paused");
    const { programmes: moved } = await north.execute(handOverAll, "administrator", {
      fromPersonId: north.consultantId,
      toPersonId: north.otherConsultantId,
    });
    expect(moved).toBeGreaterThan(3);
    expect((await refusalOf(north.execute(handOver, "consultant", { ...input, id: north.programmeId }))).code).toBe(
      "not_found",
    );
  });

  test("who handed a programme over takes it back, though it is no longer theirs, while nothing else happened to it", async () => {
    const { north } = world;
    const ids = { id: north.programmeId, toPersonId: north.consultantId };
    await north.execute(handOver, "administrator", ids);
    const { handoverId } = await north.execute(handOver, "consultant", { ...ids, toPersonId: north.otherConsultantId });
    for (const role of ["administrator", "other-consultant"] as const)
      expect((await refusalOf(north.execute(takeBackHandover, role, { handoverId }))).code).toBe("not_found");
    await north.execute(takeBackHandover, "consultant", { handoverId });
    expect((await rowOf(north.programmeId)).consultantId).toBe(north.consultantId);
    expect((await refusalOf(north.execute(takeBackHandover, "consultant", { handoverId }))).code).toBe("conflict");

    const again = await north.execute(handOver, "consultant", { ...ids, toPersonId: north.otherConsultantId });
    const { version } = await rowOf(north.programmeId);
    const facts = {
      id: north.programmeId,
      sponsorName: "Corvane Packaging",
      lastRole: "CFO",
      expectedVersion: version,
    };
    await north.execute(editProgramme, "other-consultant", facts);
    const late = north.execute(takeBackHandover, "consultant", { handoverId: again.handoverId });
    expect((await refusalOf(late)).code).toBe("conflict");
    expect((await rowOf(north.programmeId)).consultantId).toBe(north.otherConsultantId);
  });

  test("two who edit the facts are told of each other", async () => {
    const { version } = await rowOf(world.north.programmeId);
    const facts = { id: world.north.programmeId, sponsorName: "Corvane Packaging", lastRole: "COO" };
    await world.north.execute(editProgramme, "administrator", { ...facts, expectedVersion: version });
    const refusal = await refusalOf(
      world.north.execute(editProgramme, "administrator", { ...facts, expectedVersion: version }),
    );
    expect(refusal.code).toBe("conflict");
  });
});
