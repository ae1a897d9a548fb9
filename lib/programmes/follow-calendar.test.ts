import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { programmeTasks } from "@/db/schema/programmes";
import { outbox } from "@/db/schema/platform";
import { addDay } from "@/lib/business-time/commands/days";
import { execute } from "@/lib/platform/execute";
import { testWorld } from "@/lib/platform/testing/world";
import { followCalendar } from "@/lib/programmes/commands/follow-calendar";
import { addTask, completeTask } from "@/lib/programmes/commands/tasks";
import { tasksDueOn } from "@/lib/programmes/queries/due-on";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const dueOn = (id: string) =>
  inNorth(async (tx) => (await tx.select().from(programmeTasks).where(eq(programmeTasks.id, id)))[0]!.dueOn);

describe("days that are closed in the calendar by which due dates count", () => {
  test("are told before and after, and what is due on them moves to the next working day", async () => {
    const { programmeId, calendarId } = world.north;
    const add = async (title: string, due: string) => {
      const task = { programmeId, title, owner: "executive" as const, dueOn: due };
      return ((await world.north.execute(addTask, "consultant", task, { now })) as { id: string }).id;
    };
    const [moves, stays, done, passed] = [
      await add("Call the former chief", "2027-03-04"),
      await add("Write the summary", "2027-03-08"),
      await add("Done already", "2027-03-05"),
      await add("Long due", "2026-11-20"),
    ];
    await world.north.execute(completeTask, "executive", { id: done }, { now });
    const dates = ["2026-11-20", "2027-03-04", "2027-03-05"];
    expect(await world.north.ask(tasksDueOn, "administrator", { dates }, { now })).toEqual({ tasks: 1 });
    // Another consultant sees nothing of it.
    expect(await world.north.ask(tasksDueOn, "other-consultant", { dates }, { now })).toEqual({ tasks: 0 });

    const closing = { calendarId, kind: "closed" as const, name: "Move", fromOn: "2027-03-04", toOn: "2027-03-05" };
    await world.north.execute(addDay, "administrator", { ...closing, hours: [] }, { now });
    const [event] = await inNorth((tx) =>
      tx
        .select({ data: outbox.data })
        .from(outbox)
        .where(eq(outbox.name, "business-time.calendar-changed"))
        .orderBy(sql`${outbox.createdAt} desc`)
        .limit(1),
    );
    expect(event!.data).toMatchObject({ calendarId, counts: true, closed: ["2027-03-04", "2027-03-05"] });

    const system = { kind: "system", organisationId: world.north.organisationId, cause: "test" } as const;
    const follow = async () => (await execute(followCalendar, system, { dates }, { now })).output;
    expect(await follow()).toEqual({ moved: 1, more: false });
    expect(await dueOn(moves)).toBe("2027-03-08");
    expect([await dueOn(stays), await dueOn(done), await dueOn(passed)]).toEqual([
      ...["2027-03-08", "2027-03-05", "2026-11-20"],
    ]);
    expect(await follow()).toEqual({ moved: 0, more: false });
  });
});
