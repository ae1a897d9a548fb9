import { describe, expect, test } from "vitest";
import { eq, inArray, like } from "drizzle-orm";
import { z } from "zod";
import { transaction } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { outbox } from "@/db/schema/platform";
import { teams } from "@/db/schema/people";
import { command } from "@/lib/platform/operation";
import { nameKey } from "@/lib/platform/keys";
import type { Refusal } from "@/lib/platform/refusal";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

const addTeam = command({
  name: "teams.try",
  permission: "teams:write",
  input: z.strictObject({ name: z.string().min(1, "Give the team a name."), forget: z.boolean().optional() }),
  example: () => ({ name: "Quay" }),
  async run({ tx, record, emit }, { name, forget }) {
    const [row] = await tx
      .insert(teams)
      .values({ name, nameKey: nameKey(name) })
      .returning();
    if (!forget) record("team", null, row!);
    emit("teams.tried", { teamId: row!.id });
    return { id: row!.id };
  },
});

const addTeams = command({
  name: "teams.tryMany",
  permission: "teams:write",
  input: z.strictObject({ names: z.array(z.string()) }),
  example: () => ({ names: ["Quay"] }),
  async run(context, { names }) {
    const said: string[] = [];
    for (const name of names)
      await context
        .attempt((own) => own.call(addTeam, { name }))
        .then(
          () => said.push("made"),
          (error: unknown) => said.push((error as Refusal).code),
        );
    return said;
  },
});

describe("execute", () => {
  test("stores the change, one audit entry with its difference, and the event, in one transaction", async () => {
    const { id } = await world.north.execute(addTeam, "administrator", { name: "Quay" });
    const found = await transaction({ organisationId: world.north.organisationId }, async (tx) => ({
      entries: await tx
        .select()
        .from(auditEntries)
        .innerJoin(auditPayloads, eq(auditPayloads.entryId, auditEntries.id))
        .where(eq(auditEntries.entityId, id)),
      events: await tx.select().from(outbox),
    }));
    expect(found.entries).toHaveLength(1);
    expect(found.entries[0]!.audit_entries).toMatchObject({
      operation: "teams.try",
      entity: "team",
      change: "created",
    });
    expect(found.entries[0]!.audit_payloads.difference).toMatchObject({ name: [null, "Quay"] });
    expect(found.events).toMatchObject([{ name: "teams.tried", data: { teamId: id } }]);
  });

  test("asks for permission before it looks at the input", async () => {
    const refusal = await refusalOf(world.north.execute(addTeam, "executive", { name: "" }));
    expect(refusal.code).toBe("forbidden");
  });

  test("says which field is wrong", async () => {
    const refusal = await refusalOf(world.north.execute(addTeam, "administrator", { name: "" }));
    expect(refusal).toMatchObject({ code: "invalid", message: "Give the team a name.", details: { field: "name" } });
  });

  test("rolls back a command that changed rows without recording them", async () => {
    await expect(world.north.execute(addTeam, "administrator", { name: "Lost", forget: true })).rejects.toThrow(
      "teams.try changed rows without recording them.",
    );
    const rows = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(teams).where(eq(teams.name, "Lost")),
    );
    expect(rows).toEqual([]);
  });

  test("shows nothing of it in the other organisation", async () => {
    await world.north.execute(addTeam, "administrator", { name: "Only north" });
    const rows = await transaction({ organisationId: world.south.organisationId }, (tx) => tx.select().from(teams));
    const names = rows.map(({ name }) => name);
    expect(names).toContain("Harbour team");
    expect(names).not.toContain("Only north");
  });

  test("answers a name that is taken as a conflict", async () => {
    await world.north.execute(addTeam, "administrator", { name: "Twice" });
    expect((await refusalOf(world.north.execute(addTeam, "administrator", { name: "Twice" }))).code).toBe("conflict");
  });

  test("leaves nothing of an attempt that was refused, and the others stand, each bound together by itself", async () => {
    const names = ["Pier one", "Pier two", "Pier one", "", "Pier three"];
    const said = await world.north.execute(addTeams, "administrator", { names });
    expect(said).toEqual(["made", "made", "conflict", "invalid", "made"]);
    const found = await transaction({ organisationId: world.north.organisationId }, async (tx) => {
      const made = await tx.select().from(teams).where(like(teams.name, "Pier %"));
      const ids = made.map(({ id }) => id);
      const events = await tx.select().from(outbox);
      return {
        names: made.map(({ name }) => name),
        entries: await tx.select().from(auditEntries).where(inArray(auditEntries.entityId, ids)),
        events: events.filter(({ data }) => ids.includes(String(data["teamId"]))),
      };
    });
    expect(found.names.sort()).toEqual(["Pier one", "Pier three", "Pier two"]);
    expect(found.events).toHaveLength(3);
    expect(found.entries).toHaveLength(3);
    expect(new Set(found.entries.map(({ correlationId }) => correlationId)).size).toBe(3);
  });
});
