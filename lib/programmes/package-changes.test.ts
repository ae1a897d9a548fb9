import { describe, expect, test } from "vitest";
import { addPackageTask, editPackageTask, editPhase, removePackageTask } from "@/lib/packages/commands";
import { onePackage } from "@/lib/packages/queries";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import {
  declinePackageChange,
  takeBackPackageDecision,
  takePackageChange,
} from "@/lib/programmes/commands/package-changes";
import { addEvidence, editTask } from "@/lib/programmes/commands/tasks";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { packageChanges, type CopiedTask, type SourceTask } from "@/lib/programmes/package-changes";
import { packageChangesOf, packageUse } from "@/lib/programmes/queries/package-changes";
import { oneProgramme, programmeTaskList } from "@/lib/programmes/queries/record";

const calendar: BusinessCalendar = {
  ...{ timeZone: "Europe/Zurich", week: usualWeek, closures: [], openings: [] },
  holidays: () => [],
};

const source: SourceTask = {
  ...{ id: "s", version: 2, phasePosition: 1, position: 1, removed: false, title: "Call ten people", details: "" },
  ...{ owner: "executive", dueInDays: 10, mandatory: true, evidence: "none", plannedHours: 3, signOff: "none" },
};
const copy: CopiedTask = {
  ...source,
  ...{ id: "c", packageTaskId: "s", packageVersion: 1, dueInDays: 5, dueOn: "2026-11-27", done: false, removed: false },
};
const standing = { phasePosition: 1, begun: true, today: "2026-11-23", calendar };
const changes = (from: Partial<SourceTask>, to: Partial<CopiedTask> | null, at = standing) =>
  packageChanges(
    { phases: [], tasks: [{ ...source, ...from }], entitlements: [] },
    { phases: [], tasks: to ? [{ ...copy, ...to }] : [], entitlements: [] },
    at,
  );

describe("a change of a package", () => {
  test("moves a due date by as many business days, never to before today", () => {
    expect(changes({}, {})).toMatchObject([
      {
        kind: "task-changed",
        fields: [{ field: "dueInDays", from: 5, to: 10 }],
        due: { from: "2026-11-27", to: "2026-12-04" },
      },
    ]);
    expect(changes({ dueInDays: 0 }, {})[0]!.due).toEqual({ from: "2026-11-27", to: "2026-11-23" });
    // What is late already does not become due in time by it.
    expect(changes({ dueInDays: 0 }, { dueOn: "2026-11-20" })[0]).toMatchObject({ due: null });
    expect(changes({ dueInDays: null }, {})[0]!.due).toEqual({ from: "2026-11-27", to: null });
  });

  test("is not offered for what is done, removed, looked at, or of a phase that is over", () => {
    expect(changes({}, { done: true })).toEqual([]);
    expect(changes({}, { removed: true })).toEqual([]);
    expect(changes({}, { packageVersion: 2 })).toEqual([]);
    expect(changes({}, null, { ...standing, phasePosition: 2 })).toEqual([]);
    expect(changes({ removed: true }, null)).toEqual([]);
  });

  test("brings a new task with a due date in the phase that runs, and takes a gone one with its date away", () => {
    expect(changes({}, null)).toMatchObject([{ kind: "task-new", due: { from: null, to: "2026-12-07" } }]);
    expect(changes({ phasePosition: 2 }, null)).toMatchObject([{ kind: "task-new", due: null }]);
    expect(changes({ removed: true }, {})).toMatchObject([
      { kind: "task-gone", due: { from: "2026-11-27", to: null } },
    ]);
  });
});

describe("a running programme", () => {
  const world = testWorld();

  test("takes over what it wants of its package, one by one, and nothing by itself", async () => {
    const { north } = world;
    const { packageId, packagePhaseId: phaseId, packageTaskId } = north;
    const person = { name: "Petra Package", email: "petra@example.com", packageId };
    const { id } = await north.execute(inviteExecutive, "consultant", person);
    const offered = () => north.ask(packageChangesOf, "consultant", { id });
    const titles = async () => (await north.ask(programmeTaskList, "consultant", { id })).map(({ title }) => title);
    expect(await offered()).toEqual([]);
    const before = await north.ask(packageUse, "administrator", { id: packageId });

    const fields = { owner: "executive" as const, dueInDays: 8, mandatory: true, evidence: "text" as const };
    await north.execute(editPackageTask, "administrator", {
      ...{ ...fields, id: packageTaskId, expectedVersion: 1, title: "Work through the intake" },
      ...{ plannedHours: 2.5, signOff: "consultant" as const },
    });
    const added = (await north.execute(addPackageTask, "administrator", {
      ...fields,
      phaseId,
      title: "Say what you need",
    })) as { id: string };
    await north.execute(removePackageTask, "administrator", { id: north.newPackageTaskId });
    await north.execute(editPhase, "administrator", {
      id: phaseId,
      expectedVersion: 1,
      name: "Beginning",
      usualDays: 20,
    });
    expect(await titles()).not.toContain("Say what you need");

    const all = await offered();
    expect(all.map(({ kind }) => kind)).toEqual(["phase-changed", "task-changed", "task-new", "task-gone"]);
    const use = await north.ask(packageUse, "administrator", { id: packageId });
    expect(use.running).toBe(before.running);
    expect(use.differing).toBeGreaterThan(0);
    const take = (sourceId: string) => {
      const { sourceVersion } = all.find((change) => change.sourceId === sourceId)!;
      return { programmeId: id, sourceId, sourceVersion };
    };
    await north.execute(takePackageChange, "consultant", take(packageTaskId));
    await north.execute(takePackageChange, "consultant", take(phaseId));
    await north.execute(takePackageChange, "consultant", take(north.newPackageTaskId));
    await north.execute(declinePackageChange, "consultant", take(added.id));
    expect(await offered()).toEqual([]);
    expect(await titles()).toEqual(["Work through the intake", "Work through Search and offers"]);
    const tasks = await north.ask(programmeTaskList, "consultant", { id });
    expect(tasks[0]).toMatchObject({ plannedHours: 2.5, signOff: "consultant", dueInDays: 8 });
    expect((await north.ask(oneProgramme, "consultant", { id })).phases[0]!.name).toBe("Beginning");
    expect((await refusalOf(north.execute(takePackageChange, "consultant", take(added.id)))).code).toBe("not_found");
    // Another programme of the package has all of them still waiting, whatever was done here; and its own words stay until it takes one.
    const other = await north.ask(packageChangesOf, "consultant", { id: north.invitedProgrammeId });
    expect(other.map(({ title }) => title)).toContain("Say what you need");
    await north.execute(editTask, "consultant", {
      ...{ id: tasks[0]!.id, expectedVersion: tasks[0]!.version, title: "Our own words", owner: "executive" as const },
    });
    expect(await offered()).toEqual([]);
  });

  test("takes each decision back as it was, as long as nothing else happened to the task or phase", async () => {
    const { north } = world;
    const { packageId, packagePhaseId: phaseId, packageTaskId } = north;
    const person = { name: "Bruna Back", email: "bruna@example.com", packageId };
    const { id } = await north.execute(inviteExecutive, "consultant", person);
    const offered = () => north.ask(packageChangesOf, "consultant", { id });
    const tasks = () => north.ask(programmeTaskList, "consultant", { id });
    const source = (await north.ask(onePackage, "administrator", { id: packageId })).phases.flatMap(
      (phase) => phase.tasks,
    );
    const worked = source.find((task) => task.id === packageTaskId)!;
    const gone = source.find((task) => task.id !== packageTaskId)!;
    const fields = { owner: "executive" as const, dueInDays: 12, mandatory: false, evidence: "text" as const };
    const hours = { plannedHours: 6, signOff: "both" as const };
    await north.execute(editPackageTask, "administrator", {
      ...{ ...fields, ...hours, id: packageTaskId, expectedVersion: worked.version, title: "In other words" },
    });
    await north.execute(addPackageTask, "administrator", { ...fields, phaseId, title: "One more" });
    await north.execute(removePackageTask, "administrator", { id: gone.id });
    const phase = (await north.ask(onePackage, "administrator", { id: packageId })).phases.find(
      ({ id: own }) => own === phaseId,
    )!;
    await north.execute(editPhase, "administrator", {
      ...{ id: phaseId, expectedVersion: phase.version, name: "First weeks", usualDays: 30 },
    });
    const all = await offered();
    expect(all.map(({ kind }) => kind).sort()).toEqual(["phase-changed", "task-changed", "task-gone", "task-new"]);
    const before = await tasks();
    const phasesBefore = (await north.ask(oneProgramme, "consultant", { id })).phases.map(({ name }) => name);
    const input = (change: (typeof all)[number]) => ({
      ...{ programmeId: id, sourceId: change.sourceId, sourceVersion: change.sourceVersion },
    });
    const back = (decisionId: string) => north.execute(takeBackPackageDecision, "consultant", { decisionId });
    const plain = (some: typeof before) => some.map(({ version: _version, updatedAt: _at, ...task }) => task);
    for (const decide of [takePackageChange, declinePackageChange])
      for (const change of all) {
        const { decisionId } = await north.execute(decide, "consultant", input(change));
        expect(await offered()).toHaveLength(all.length - 1);
        await back(decisionId);
        expect(await offered()).toEqual(all);
        expect(plain(await tasks())).toEqual(plain(before));
        expect((await refusalOf(back(decisionId))).message).toBe("This was taken back already.");
      }
    expect((await north.ask(oneProgramme, "consultant", { id })).phases.map(({ name }) => name)).toEqual(phasesBefore);

    // Somebody wrote their own words since: they would be lost.
    const changed = all.find(({ kind }) => kind === "task-changed")!;
    const { decisionId } = await north.execute(takePackageChange, "consultant", input(changed));
    const [task] = await tasks();
    await north.execute(editTask, "consultant", {
      ...{ id: task!.id, expectedVersion: task!.version, title: "Our own words", owner: "executive" as const },
    });
    const refusal = await refusalOf(back(decisionId));
    expect(refusal).toMatchObject({ code: "conflict" });
    expect(refusal.message).toContain("Something else happened to this task since");
    // And so would evidence for a task that was new.
    const fresh = await north.execute(
      takePackageChange,
      "consultant",
      input(all.find(({ kind }) => kind === "task-new")!),
    );
    const added = (await tasks()).find(({ title }) => title === "One more")!;
    await north.execute(addEvidence, "consultant", { taskId: added.id, note: "Done on the train." });
    expect((await refusalOf(back(fresh.decisionId))).code).toBe("conflict");
    // What is not theirs to write looks as if it were not there.
    const other = north.execute(takeBackPackageDecision, "other-consultant", { decisionId: fresh.decisionId });
    expect((await refusalOf(other)).code).toBe("not_found");
  });
});
