import "server-only";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { sessionTypeHosts, sessionTypes } from "@/db/schema/scheduling";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { typeById, type TypeRow } from "../load";
import { AddTypeInput, EditTypeInput, TypeId } from "../schemas";
import { usualTypes } from "../usual-types";

type Fields = z.output<typeof AddTypeInput>;

/** Something that can be booked. */
export const addType = command({
  name: "scheduling.addType",
  permission: "session-types:write",
  input: AddTypeInput,
  example: ({ consultantId, otherConsultantId }) => ({
    ...{ ...usualTypes[0]!, name: "Panel interview", hosting: "all" as const },
    hosts: [consultantId, otherConsultantId].map((personId) => ({ personId, weight: 1 })),
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "scheduling.archiveType", input: { id } }),
  async run(context, { hosts, ...fields }): Promise<{ id: string }> {
    const { tx, record } = context;
    await assertFreeName(context, fields.name);
    const [made] = await tx
      .insert(sessionTypes)
      .values({ ...fields, nameKey: nameKey(fields.name) })
      .returning();
    record("session-type", null, made!);
    await keepHosts(context, made!.id, hosts);
    return { id: made!.id };
  },
});

/** Changes what can be booked from now on. Sessions that are booked stay as they were booked. */
export const editType = command({
  name: "scheduling.editType",
  permission: "session-types:write",
  input: EditTypeInput,
  example: ({ sessionTypeId }) => ({
    id: sessionTypeId,
    expectedVersion: 1,
    ...usualTypes[1]!,
    name: "Coaching, long",
  }),
  async run(context, { id, expectedVersion, hosts, ...fields }): Promise<{ id: string }> {
    const before = await lockType(context, id);
    assertVersion(before, expectedVersion, "this kind of session");
    await assertFreeName(context, fields.name, id);
    await store(context, before, { ...fields, nameKey: nameKey(fields.name) });
    await keepHosts(context, id, hosts);
    return { id };
  },
});

/** Nobody books it any more; what is booked takes place. */
export const archiveType = command({
  name: "scheduling.archiveType",
  permission: "session-types:write",
  input: TypeId,
  example: ({ sessionTypeId }) => ({ id: sessionTypeId }),
  undo: ({ id }) => ({ operation: "scheduling.restoreType", input: { id } }),
  run: (context, { id }) => setArchived(context, id, context.now),
});

export const restoreType = command({
  name: "scheduling.restoreType",
  permission: "session-types:write",
  input: TypeId,
  example: ({ sessionTypeId }) => ({ id: sessionTypeId }),
  undo: ({ id }) => ({ operation: "scheduling.archiveType", input: { id } }),
  run: (context, { id }) => setArchived(context, id, null),
});

/** The kinds of sessions with which an organisation begins, made where there never was one. */
export const beginTypes = command({
  name: "scheduling.begin",
  permission: "session-types:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ made: number }> {
    const { tx, organisation } = context;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`scheduling.begin/${organisation.id}`}, 0))`);
    const [known] = await tx.select({ id: sessionTypes.id }).from(sessionTypes).limit(1);
    if (known) return { made: 0 };
    for (const type of usualTypes) await context.call(addType, type);
    return { made: usualTypes.length };
  },
});

/** What is offered no more gives its name free, and takes it back when it is offered again and nobody else has it. */
async function setArchived(context: CommandContext, id: string, archivedAt: Date | null): Promise<{ id: string }> {
  const before = await lockType(context, id);
  if (!archivedAt) await assertFreeName(context, before.name, id);
  const key = nameKey(before.name);
  await store(context, before, { archivedAt, nameKey: archivedAt ? `${key} ${id}` : key });
  return { id };
}

/** A type that is held until the transaction ends: who changes it too waits. */
async function lockType(context: CommandContext, id: string): Promise<TypeRow> {
  await context.tx.select({ id: sessionTypes.id }).from(sessionTypes).where(eq(sessionTypes.id, id)).for("update");
  return typeById(context, id, true);
}

async function store(
  { tx, now, record }: CommandContext,
  before: TypeRow,
  changes: Partial<typeof sessionTypes.$inferInsert>,
): Promise<void> {
  const [after] = await tx
    .update(sessionTypes)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(sessionTypes.id, before.id))
    .returning();
  record("session-type", before, after!);
}

/** Who holds sessions of a type: exactly those who are named, and each of them works here. */
async function keepHosts({ tx, record }: CommandContext, typeId: string, hosts: Fields["hosts"]): Promise<void> {
  const ids = hosts.map(({ personId }) => personId);
  const known = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), eq(people.status, "active"), isNull(people.deletedAt)));
  if (known.length < ids.length) throw new Refusal("invalid", "Somebody here does not work here any more.", "hosts");
  const gone = await tx.delete(sessionTypeHosts).where(eq(sessionTypeHosts.typeId, typeId)).returning();
  const made =
    hosts.length > 0
      ? await tx
          .insert(sessionTypeHosts)
          .values(hosts.map((host) => ({ typeId, ...host })))
          .returning()
      : [];
  for (const row of gone)
    if (!made.some((other) => other.personId === row.personId)) record("session-type-host", row, null);
  for (const row of made) {
    const before = gone.find((other) => other.personId === row.personId);
    record("session-type-host", before ? { ...before, id: row.id } : null, row);
  }
}

async function assertFreeName({ tx }: CommandContext, name: string, but?: string): Promise<void> {
  const [taken] = await tx
    .select({ id: sessionTypes.id })
    .from(sessionTypes)
    .where(
      and(
        eq(sessionTypes.nameKey, nameKey(name)),
        isNull(sessionTypes.deletedAt),
        but ? ne(sessionTypes.id, but) : undefined,
      ),
    );
  if (taken) throw new Refusal("conflict", "Another kind of session has this name.", "name");
}
