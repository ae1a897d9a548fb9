import "server-only";
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people, roleAssignments, roles } from "@/db/schema/people";
import type { Permission } from "@/lib/platform/permissions";

const reads: Permission = "sla:read";

/** Who looks after all clocks: people at work who may see every one of them. */
export const overseers = async (tx: Transaction): Promise<string[]> =>
  (await peopleWith(tx, sql`${roles.grants} @> ${JSON.stringify({ [reads]: ["all"] })}::jsonb`)).map(({ id }) => id);

/** Who may be told of clocks: people at work who see some of them at least, by name. */
export const whoReadsClocks = async (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  (await peopleWith(tx, sql`${roles.grants} ? ${reads}`)).sort((one, other) => one.name.localeCompare(other.name));

const peopleWith = (tx: Transaction, granted: SQL): Promise<{ id: string; name: string }[]> =>
  tx
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
    .where(and(eq(people.status, "active"), isNull(people.deletedAt), granted))
    .orderBy(asc(people.id));
