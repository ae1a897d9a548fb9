import "server-only";
import { and, eq, getTableColumns, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, files } from "@/db/schema/files";
import { aftercareChecks, landings } from "@/db/schema/landings";
import {
  closures,
  handovers,
  packageDecisions,
  programmeConsents,
  programmeContacts,
  programmeExtensions,
  programmePauses,
} from "@/db/schema/lifecycle";
import {
  programmeEntitlements,
  programmePhases,
  programmes,
  programmeTasks,
  taskEvidence,
  taskSignOffs,
} from "@/db/schema/programmes";
import type { PersonalData } from "@/lib/platform/module";

/** A person's programmes, to take along and to erase. What the firm must keep (that there was a programme, when, how it ended) stays without words. */
export const programmesPersonalData: PersonalData = {
  tables: [
    "programmes",
    "programme_phases",
    "programme_tasks",
    "task_evidence",
    "programme_pauses",
    "landings",
    "closures",
    "handovers",
    "aftercare_checks",
    "programme_consents",
    "programme_contacts",
    "programme_entitlements",
    "programme_extensions",
    "package_decisions",
    "task_sign_offs",
  ],
  async export(tx, personId) {
    const own = await tx.select().from(programmes).where(eq(programmes.executiveId, personId));
    const ids = own.map(({ id }) => id);
    const ofOwn = async <Row>(read: (ids: string[]) => Promise<Row[]>) => (ids.length > 0 ? read(ids) : []);
    return {
      programmes: own,
      programme_phases: await ofOwn((some) =>
        tx.select().from(programmePhases).where(inArray(programmePhases.programmeId, some)),
      ),
      programme_tasks: await ofOwn((some) =>
        tx.select().from(programmeTasks).where(inArray(programmeTasks.programmeId, some)),
      ),
      task_evidence: await tx.select().from(taskEvidence).where(eq(taskEvidence.authorPersonId, personId)),
      programme_pauses: await ofOwn((some) =>
        tx.select().from(programmePauses).where(inArray(programmePauses.programmeId, some)),
      ),
      programme_contacts: await ofOwn((some) =>
        tx.select().from(programmeContacts).where(inArray(programmeContacts.programmeId, some)),
      ),
      aftercare_checks: await ofOwn((some) =>
        tx.select().from(aftercareChecks).where(inArray(aftercareChecks.programmeId, some)),
      ),
      programme_consents: await ofOwn((some) =>
        tx.select().from(programmeConsents).where(inArray(programmeConsents.programmeId, some)),
      ),
      programme_entitlements: await ofOwn((some) =>
        tx.select().from(programmeEntitlements).where(inArray(programmeEntitlements.programmeId, some)),
      ),
      programme_extensions: await ofOwn((some) =>
        tx.select().from(programmeExtensions).where(inArray(programmeExtensions.programmeId, some)),
      ),
      package_decisions: await ofOwn((some) =>
        tx.select().from(packageDecisions).where(inArray(packageDecisions.programmeId, some)),
      ),
      task_sign_offs: await ofOwn(async (some) =>
        tx
          .select(getTableColumns(taskSignOffs))
          .from(taskSignOffs)
          .innerJoin(programmeTasks, eq(programmeTasks.id, taskSignOffs.taskId))
          .where(inArray(programmeTasks.programmeId, some)),
      ),
      landings: await ofOwn((some) => tx.select().from(landings).where(inArray(landings.programmeId, some))),
      closures: await ofOwn((some) => tx.select().from(closures).where(inArray(closures.programmeId, some))),
      handovers: await tx
        .select()
        .from(handovers)
        .where(or(eq(handovers.fromPersonId, personId), eq(handovers.toPersonId, personId))),
    };
  },
  async erase(tx, personId) {
    const own = await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.executiveId, personId));
    const ids = own.map(({ id }) => id);
    await tx.update(taskEvidence).set({ note: "", fileName: null }).where(eq(taskEvidence.authorPersonId, personId));
    if (ids.length === 0) return;
    await tx
      .update(programmes)
      .set({ lastRole: "", executiveKey: "", nextStep: null, lastPayEncrypted: null })
      .where(inArray(programmes.id, ids));
    await eraseWords(tx, ids);
    await eraseDocuments(tx, ids);
  },
};

async function eraseWords(tx: Transaction, ids: string[]): Promise<void> {
  await tx.update(programmeTasks).set({ title: "", details: "" }).where(inArray(programmeTasks.programmeId, ids));
  await tx.update(programmePauses).set({ reason: "" }).where(inArray(programmePauses.programmeId, ids));
  await tx
    .update(landings)
    .set({ employer: "", title: "", source: "", comment: "", payEncrypted: null })
    .where(inArray(landings.programmeId, ids));
  await tx.update(closures).set({ reason: "" }).where(inArray(closures.programmeId, ids));
  await tx.update(handovers).set({ note: "" }).where(inArray(handovers.programmeId, ids));
  await tx.update(aftercareChecks).set({ notesEncrypted: null }).where(inArray(aftercareChecks.programmeId, ids));
  await tx
    .update(programmeExtensions)
    .set({ reason: "", agreedBy: "" })
    .where(inArray(programmeExtensions.programmeId, ids));
  // With them goes the way back; that there was a decision stays.
  await tx.update(packageDecisions).set({ before: null, after: {} }).where(inArray(packageDecisions.programmeId, ids));
  const tasks = tx
    .select({ id: programmeTasks.id })
    .from(programmeTasks)
    .where(inArray(programmeTasks.programmeId, ids));
  await tx.update(taskSignOffs).set({ words: "", withdrawnReason: null }).where(inArray(taskSignOffs.taskId, tasks));
}

/** Removed as of long ago, whoever uploaded them: what is attached to a landing is about its executive. */
async function eraseDocuments(tx: Transaction, ids: string[]): Promise<void> {
  const own = tx.select({ id: landings.id }).from(landings).where(inArray(landings.programmeId, ids));
  const documents = tx
    .select({ id: attachments.fileId })
    .from(attachments)
    .where(and(eq(attachments.entity, "landing"), inArray(attachments.entityId, own)));
  await tx
    .update(files)
    .set({ name: "removed", deletedAt: new Date(0) })
    .where(inArray(files.id, documents));
}
