import "server-only";
import { and, eq, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { isConsultant } from "@/lib/people/looks-after";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { Refusal } from "@/lib/platform/refusal";

/** The consultant whom a row of a file names, by address or by name; refused when nobody or more than one is called so. */
export async function consultantWritten(tx: Transaction, written: string): Promise<string> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(or(eq(people.emailKey, emailKey(written)), eq(people.nameKey, nameKey(written))), isConsultant));
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) throw new Refusal("invalid", `There is no consultant “${written}”.`, "consultant");
  throw new Refusal(
    "invalid",
    `More than one consultant is called “${written}”. Write the mail address.`,
    "consultant",
  );
}
