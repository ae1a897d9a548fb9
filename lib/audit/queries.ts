import "server-only";
import { eq, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { auditedEntities } from "@/lib/audit/entities";
import { list } from "@/lib/platform/list";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { readChoice, readRange } from "@/lib/platform/filter-values";

const changes = ["created", "changed", "deleted"] as const;
const actorKinds = ["person", "system", "webhook"] as const;

const e = sql.raw("e");

/** Everything that was changed in the organisation: who, what, which record, when. */
export const auditList = list({
  name: "audit.entries",
  permission: "audit:read",
  key: sql`e.id`,
  defaultSort: { column: "at", descending: true },
  columns: [
    { key: "at", kind: "datetime", value: sql`e.at`, sortable: true },
    { key: "actor", kind: "text", value: sql`e.actor_name` },
    { key: "operation", kind: "text", value: sql`e.operation` },
    { key: "change", kind: "status", value: sql`e.change` },
    { key: "record", kind: "text", value: sql`coalesce(d.title, e.entity_id::text)`, second: "entity" },
    { key: "entity", kind: "text", value: sql`e.entity` },
    { key: "address", kind: "text", value: sql`e.address`, defaultVisible: false },
    { key: "sealed", kind: "boolean", value: sql`e.sealed_at is not null`, defaultVisible: false },
  ],
  filters: [
    { key: "at", kind: "dateRange", condition: (value) => withinDays(value) },
    { key: "actor", kind: "text", condition: (value) => contains(sql`e.actor_name`, value) },
    { key: "actorKind", kind: "choice", options: actorKinds, condition: (value) => oneOf(sql`e.actor_kind`, value) },
    { key: "operation", kind: "text", condition: (value) => contains(sql`e.operation`, value) },
    { key: "change", kind: "choice", options: changes, condition: (value) => oneOf(sql`e.change`, value) },
    { key: "entity", kind: "choice", options: auditedEntities, condition: (value) => oneOf(sql`e.entity`, value) },
    { key: "record", kind: "text", condition: (value) => sameId(value) },
  ],
  text: [sql`lower(e.actor_name)`, sql`lower(e.operation)`, sql`lower(coalesce(d.title, ''))`],
  source: () => ({
    from: sql`audit_entries ${e} left join search_documents d on d.entity = e.entity and d.entity_id = e.entity_id`,
    where: sql`e.deleted_at is null`,
  }),
  href: (id) => `/audit/${id}`,
  example: () => ({}),
});

/** One entry, with what changed field by field; `difference` is null once it was erased. */
export const auditEntry = query({
  name: "audit.entry",
  permission: "audit:read",
  input: z.strictObject({ id: z.uuid() }),
  example: (world) => ({ id: world.auditEntryId }),
  async run({ tx }, { id }) {
    const [row] = await tx
      .select({ entry: auditEntries, difference: auditPayloads.difference, erasedAt: auditPayloads.erasedAt })
      .from(auditEntries)
      .leftJoin(auditPayloads, eq(auditPayloads.entryId, auditEntries.id))
      .where(eq(auditEntries.id, id));
    if (!row) throw notFound("this entry");
    const { entry } = row;
    const titles = (await tx.execute(
      sql`select title from search_documents where entity = ${entry.entity} and entity_id = ${entry.entityId}::uuid`,
    )) as unknown as { rows: Array<{ title: string }> };
    return {
      ...entry,
      title: titles.rows[0]?.title ?? null,
      erasedAt: row.erasedAt,
      names: await namesOf(tx, Object.values(row.difference ?? {}).flat()),
      fields: Object.entries(row.difference ?? {}).map(([field, [before, after]]) => ({ field, before, after })),
    };
  },
});

/** What the ids among some values are called, as far as search or the people know: names by id. */
async function namesOf(tx: Transaction, values: readonly unknown[]): Promise<Record<string, string>> {
  const ids = values.filter((value): value is string => z.uuid().safeParse(value).success);
  if (ids.length === 0) return {};
  const wanted = sql`any(${sql.param(ids)}::uuid[])`;
  const found = (await tx.execute(
    sql`select entity_id as id, title as name from search_documents where entity_id = ${wanted}
        union all select id, name from people where id = ${wanted}
        union all select id, name from packages where id = ${wanted}
        union all select id, name from roles where id = ${wanted}
        union all select id, name from teams where id = ${wanted}`,
  )) as unknown as { rows: Array<{ id: string; name: string }> };
  return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
}

function contains(column: SQL, value: string): SQL | undefined {
  const text = value.trim();
  return text ? sql`${column} ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}` : undefined;
}

function oneOf(column: SQL, value: string): SQL | undefined {
  const chosen = readChoice(value);
  return chosen.length > 0
    ? sql`${column} in (${sql.join(
        chosen.map((one) => sql`${one}`),
        sql`, `,
      )})`
    : undefined;
}

function sameId(value: string): SQL | undefined {
  const id = z.uuid().safeParse(value.trim().toLowerCase());
  return value.trim() ? (id.success ? sql`e.entity_id = ${id.data}::uuid` : sql`false`) : undefined;
}

/** From the beginning of the first day to the end of the last, in UTC. */
function withinDays(value: string): SQL | undefined {
  const { from, to } = readRange(value);
  const day = z.iso.date();
  const conditions: SQL[] = [];
  if (from && day.safeParse(from).success) conditions.push(sql`e.at >= ${`${from}T00:00:00Z`}::timestamptz`);
  if (to && day.safeParse(to).success)
    conditions.push(sql`e.at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : undefined;
}
