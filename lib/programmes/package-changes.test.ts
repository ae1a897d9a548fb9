import { describe, expect, test } from "vitest";
import { addPackageTask, editPackageTask, editPhase, removePackageTask } from "@/lib/packages/commands";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import { declinePackageChange, takePackageChange } from "@/lib/programmes/commands/package-changes";
import { editTask } from "@/lib/programmes/commands/tasks";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { packageChanges, type CopiedTask, type SourceTask } from "@/lib/programmes/package-changes";
import { packageChangesOf, packageUse } from "@/lib/programmes/queries/package-changes";
import { oneProgramme, programmeTaskList } from "@/lib/programmes/queries/record";

const calendar: BusinessCalendar = {
  ...{ timeZone: "Europe/Zurich", week: usualWeek, closures: [], openings: [] },
  holidays: () => new Set<string>(),
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
    { phases: [], tasks: [{ ...source, ...from }] },
    { phases: [], tasks: to ? [{ ...copy, ...to }] : [] },
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
});
