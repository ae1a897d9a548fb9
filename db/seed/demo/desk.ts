import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { batches } from "@/db/schema/batches";
import { imports } from "@/db/schema/imports";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { table } from "@/db/seed/demo/demo-files";
import { contactsOfOldFirm, listOfCorvane, participants } from "@/db/seed/demo/desk-words";
import type { DemoFirm } from "@/db/seed/demo/records";
import { startBatch } from "@/lib/batches/commands";
import { failBatch, runRows as runBatch, settleBatch } from "@/lib/batches/run-rows";
import { personActor } from "@/lib/identity/person-actor";
import { createImport, mapImport, previewImport, startImport } from "@/lib/imports/commands";
import { runRows } from "@/lib/imports/run-rows";
import { failImport, settleImport } from "@/lib/imports/settle";
import { peopleList } from "@/lib/people/lists";
import type { PersonActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/db/tenant-table";

const day = 86_400_000;

/** What an administrator finds on the desk: a file that came in, one that stopped half way, one that waits; work on many that failed. */
export async function tellDesk(firm: DemoFirm): Promise<void> {
  const administrator = await personActor({ id: newId(), userId: firm.administrator.userId }, firm.slug);
  const done = await brought(firm, administrator, 40, "Clinic participants.csv", "people", participants, Infinity);
  await execute(settleImport, system(firm), { importId: done }, at(firm, 40));
  const stopped = await brought(
    firm,
    administrator,
    9,
    "Contacts of the old firm.csv",
    "people",
    contactsOfOldFirm,
    11,
  );
  await execute(failImport, system(firm), { importId: stopped }, at(firm, 9));
  await brought(firm, administrator, 1, "Corvane, people in Linz.csv", "executives", listOfCorvane, 0);
  await remindedInVain(firm, administrator);
}

/** A file up to its check and, where `most` rows are to be taken, so many of them. */
async function brought(
  firm: DemoFirm,
  actor: PersonActor,
  ago: number,
  name: string,
  target: string,
  rows: readonly (readonly string[])[],
  most: number,
): Promise<string> {
  const moment = at(firm, ago);
  const { fileId } = await table({ actor, at: moment.now }, name, rows);
  const { importId } = (await execute(createImport, actor, { target, fileId }, moment)).output;
  const [found] = await transaction({ organisationId: firm.organisationId }, (tx) =>
    tx
      .update(imports)
      .set({ createdAt: moment.now })
      .where(eq(imports.id, importId))
      .returning({ mapping: imports.mapping }),
  );
  await execute(mapImport, actor, { importId, mapping: found!.mapping }, moment);
  await execute(previewImport, actor, { importId }, moment);
  if (most === 0) return importId;
  await execute(startImport, actor, { importId }, moment);
  await runRows(firm.organisationId, importId, Math.min(most, rows.length));
  return importId;
}

/** Invitations sent anew to everybody who has not come: two went out before the work stopped. */
async function remindedInVain(firm: DemoFirm, actor: PersonActor): Promise<void> {
  const { organisationId } = firm;
  const invited = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select({ id: people.id }).from(people).where(eq(people.status, "invited")).orderBy(people.nameKey),
  );
  const moment = at(firm, 2);
  const { batchId } = (
    await execute(
      startBatch,
      actor,
      {
        ...{ list: peopleList.name, action: "people.resend", given: {}, expected: invited.length },
        state: { only: invited.map(({ id }) => id) },
      },
      moment,
    )
  ).output;
  await transaction({ organisationId }, (tx) =>
    tx.update(batches).set({ createdAt: moment.now }).where(eq(batches.id, batchId)),
  );
  await runBatch(organisationId, batchId, 2);
  await execute(settleBatch, system(firm), { batchId }, moment);
  await execute(failBatch, system(firm), { batchId }, moment);
}

/** After all else: two mails that came back, because a mailbox is full and an address is wrong. */
export async function tellUndelivered({ organisationId }: Pick<DemoFirm, "organisationId">): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    const found = await tx
      .select({ id: mailMessages.id })
      .from(mailMessages)
      .innerJoin(people, eq(people.id, mailMessages.personId))
      .where(and(isNotNull(mailMessages.personId), inArray(people.name, ["Ewa Łukasiewicz", "Stefan Grünwald"])))
      .orderBy(mailMessages.at);
    const last = found.slice(-2).map(({ id }) => id);
    if (last.length > 0)
      await tx
        .update(mailMessages)
        .set({ status: "failed", lastErrorCode: "bounced" })
        .where(inArray(mailMessages.id, last));
  });
}

const at = ({ now }: DemoFirm, ago: number) => ({ now: new Date(now.getTime() - ago * day) });
const system = ({ organisationId }: DemoFirm) => ({ kind: "system" as const, organisationId, cause: "seed" });
