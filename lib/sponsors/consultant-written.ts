import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { Refusal } from "@/lib/platform/refusal";

/** The consultant whom a row of a file names, by address or by name; refused when nobody or more than one is called so. */
export async function consultantWritten(tx: Transaction, written: string): Promise<string> {
  const found = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(roleAssignments, and(eq(roleAssignments.personId, people.id), isNull(roleAssignments.deletedAt)))
    .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
    .where(
      and(
        or(eq(people.emailKey, emailKey(written)), eq(people.nameKey, nameKey(written))),
        eq(people.status, "active"),
        isNull(people.deletedAt),
        sql`${roles.grants} -> 'programmes:write' ? 'caseload'`,
      ),
    );
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) throw new Refusal("invalid", `There is no consultant “${written}”.`, "consultant");
  throw new Refusal(
    "invalid",
    `More than one consultant is called “${written}”. Write the mail address.`,
    "consultant",
  );
}
