import { and, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { opportunities, outreach } from "@/db/schema/job-search";
import { aftercareChecks } from "@/db/schema/landings";
import { scheduledSessions } from "@/db/schema/scheduling";
import { resumeSends } from "@/db/schema/sending";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { rebuildClocks } from "@/lib/sla/rebuild-clocks";

const day = 86_400_000;

/** What is due, quiet, or about to end counts as brought to mind, and what clocks came to as told. */
export async function remindNobody(tx: Transaction, now: Date): Promise<void> {
  const tomorrow = new Date(now.getTime() + 2 * day).toISOString().slice(0, 10);
  await tx
    .update(programmeTasks)
    .set({ remindedOn: now.toISOString().slice(0, 10) })
    .where(and(isNull(programmeTasks.doneAt), lte(programmeTasks.dueOn, tomorrow)));
  const today = now.toISOString().slice(0, 10);
  await tx
    .update(programmeTasks)
    .set({ overdueToldOn: today })
    .where(and(isNull(programmeTasks.doneAt), lte(programmeTasks.dueOn, today)));
  await tx.update(programmes).set({ quietToldAt: now, endingToldOn: sql`${programmes.endsOn}`, endingToldDays: 7 });
  await tx.update(aftercareChecks).set({ remindedOn: today }).where(lte(aftercareChecks.dueOn, today));
  await tx
    .update(outreach)
    .set({ remindedOn: today })
    .where(and(isNull(outreach.followUpDoneAt), lte(outreach.followUpOn, tomorrow)));
  // What was to be told of a session until now counts as told: it stands at its time since now.
  await tx.update(scheduledSessions).set({ timedAt: now }).where(isNotNull(scheduledSessions.dueAt));
  await tx.update(resumeSends).set({ remindedAt: now }).where(lte(resumeSends.followUpOn, tomorrow));
  await tx.update(opportunities).set({ remindedOn: today }).where(lte(opportunities.nextActionOn, tomorrow));
  await rebuildClocks({ tx, organisation: await organisationOfTransaction(tx), now });
}
