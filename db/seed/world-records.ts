import type { Transaction } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { comments, customFields, savedViews } from "@/db/schema/platform";
import { payloadDigest } from "@/lib/platform/audit";
import type { World } from "@/lib/platform/world";

/** A view, a field, a comment and an audit entry in one of the two organisations of a test. */
export async function seedRecordsWorld(tx: Transaction, ids: World): Promise<void> {
  await tx.insert(savedViews).values({
    id: ids.savedViewId,
    list: "audit.entries",
    name: "Deletions",
    ownerPersonId: ids.administratorId,
    state: "f.change=deleted",
  });
  await tx.insert(customFields).values({
    id: ids.customFieldId,
    entity: "programme",
    key: "home_port",
    label: "Home port",
    kind: "text",
  });
  await tx.insert(comments).values({
    id: ids.commentId,
    entity: "programme",
    entityId: ids.programmeId,
    authorPersonId: ids.administratorId,
    body: "Knows the harbour master.",
  });
  const difference: Record<string, [unknown, unknown]> = { headline: [null, "Harbour pilot"] };
  await tx.insert(auditEntries).values({
    id: ids.auditEntryId,
    at: new Date("2026-11-02T08:00:00Z"),
    operation: "people.change",
    entity: "person",
    entityId: ids.contactId,
    change: "changed",
    actorKind: "person",
    actorPersonId: ids.administratorId,
    actorName: "Robin Administrator",
    correlationId: ids.auditEntryId,
    payloadDigest: payloadDigest("seed", difference),
  });
  await tx.insert(auditPayloads).values({ entryId: ids.auditEntryId, salt: "seed", difference });
}
