import type { Transaction } from "@/db/client";
import { batches, batchRows } from "@/db/schema/batches";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

/** A batch that is under way, and one that is done, with a change that can be taken back and a row that was refused. */
export async function seedBatchWorld(tx: Transaction, ids: World): Promise<void> {
  const key = dataKeyOf(await organisationOfTransaction(tx));
  const given = (id: string) => sealText(key, "{}", `batch.given:${id}`);
  const common = { list: "people.list", personId: ids.administratorId };
  await tx.insert(batches).values([
    { id: ids.batchId, ...common, action: "people.resend", givenEncrypted: given(ids.batchId), total: 1 },
    {
      id: ids.doneBatchId,
      ...common,
      action: "people.deactivate",
      givenEncrypted: given(ids.doneBatchId),
      status: "done",
      ...{ total: 2, done: 1, refused: 1 },
    },
  ]);
  await tx.insert(batchRows).values([
    { batchId: ids.batchId, position: 1, recordId: ids.invitedPersonId },
    {
      batchId: ids.doneBatchId,
      position: 1,
      recordId: ids.deactivatedPersonId,
      status: "done",
      undo: { operation: "people.reactivate", input: { personId: ids.deactivatedPersonId, expectedVersion: 1 } },
    },
    {
      ...{ batchId: ids.doneBatchId, position: 2, recordId: ids.contactId },
      status: "refused",
      problem: "Only somebody who can sign in can be deactivated.",
    },
  ]);
}
