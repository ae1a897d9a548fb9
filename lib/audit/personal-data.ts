import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { now } from "@/lib/platform/clock";
import type { PersonalData } from "@/lib/platform/module";

/**
 * Entries stay, because the chain is the organisation's record of who did what; what changed on the person's own record is
 * erased beside them, and the chain still holds.
 */
export const auditPersonalData: PersonalData = {
  tables: ["audit_entries", "audit_payloads"],
  async export(tx, personId) {
    const about = and(eq(auditEntries.entity, "person"), eq(auditEntries.entityId, personId));
    return {
      audit_entries: await tx
        .select({
          at: auditEntries.at,
          operation: auditEntries.operation,
          entity: auditEntries.entity,
          entityId: auditEntries.entityId,
          change: auditEntries.change,
          difference: auditPayloads.difference,
        })
        .from(auditEntries)
        .leftJoin(auditPayloads, and(eq(auditPayloads.entryId, auditEntries.id), about))
        .where(or(eq(auditEntries.actorPersonId, personId), about)),
    };
  },
  async erase(tx, personId) {
    const about = tx
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(and(eq(auditEntries.entity, "person"), eq(auditEntries.entityId, personId)));
    await tx
      .update(auditPayloads)
      .set({ difference: null, erasedAt: now() })
      .where(inArray(auditPayloads.entryId, about));
  },
};
