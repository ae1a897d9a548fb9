import type { Transaction } from "@/db/client";
import { slaClocks, slaExclusions, slaPolicies, slaPolicyVersions } from "@/db/schema/sla";
import { worldMoment } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import type { World } from "@/lib/platform/world";
import { messageAnswer } from "@/lib/messages/measured-messages";
import { firstContact } from "@/lib/programmes/measured-programmes";
import { resumeTurnaround } from "@/lib/programmes/measured-resumes";
import { sessionNotes } from "@/lib/scheduling/measured-sessions";
import { rebuildClocks } from "@/lib/sla/rebuild-clocks";
import { usualPromises } from "@/lib/sla/usual-promises";

/** What is promised to all since ever, a policy that was withdrawn, and who waits for a first contact. */
export async function seedSlaWorld(tx: Transaction, ids: World): Promise<void> {
  const policy = (id: string, name: string) => ({ id, name, nameKey: nameKey(name) });
  await tx.insert(slaPolicies).values([
    { ...policy(ids.slaPolicyId, "What we promise"), withdrawnAt: null },
    { ...policy(ids.withdrawnSlaPolicyId, "Last year's promise"), withdrawnAt: worldMoment },
  ]);
  const version = { number: 1, from: null, open: "keep", calendarId: ids.calendarId, promises: { ...usualPromises } };
  const [held] = await tx
    .insert(slaPolicyVersions)
    .values([
      { policyId: ids.slaPolicyId, ...version },
      { policyId: ids.withdrawnSlaPolicyId, ...version },
    ])
    .returning();
  await tx.insert(slaClocks).values({
    ...{ id: ids.slaClockId, metric: "first-contact", entity: "programme", entityId: ids.intakeProgrammeId, cycle: 1 },
    ...{ policyId: ids.slaPolicyId, policyVersionId: held!.id, state: "running", counts: true, targetSeconds: 1 },
    startedAt: worldMoment,
  });
  // By their names: the world may be made in a test that puts other modules in the place of these.
  const measures = [firstContact, messageAnswer, resumeTurnaround, sessionNotes];
  await rebuildClocks({ tx, organisation: await organisationOfTransaction(tx), now: worldMoment }, measures);
  await tx.insert(slaExclusions).values({
    ...{ id: ids.slaExclusionId, metric: "message-answer", entityId: ids.programmeId, cycle: 1, state: "asked" },
    ...{ reason: "The executive was travelling.", askedBy: ids.consultantId, askedAt: worldMoment },
  });
}
