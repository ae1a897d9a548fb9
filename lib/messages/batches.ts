import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "@/db/schema/programmes";
import { sendMessage } from "@/lib/messages/commands";
import { SendMessageInput } from "@/lib/messages/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { batchAction } from "@/lib/platform/batch-action";
import { caseload } from "@/lib/programmes/lists";

/** One message to many executives, each in their own thread. */
export const messageBatches = [
  batchAction({
    key: "messages.send",
    list: caseload.name,
    icon: "message-square",
    command: sendMessage,
    input: z.strictObject({ body: SendMessageInput.shape.body }),
    fields: async () => [{ name: "body", kind: "text" }],
    whyNot: ({ actor }) => sql`case
      when ${programmes.consultantId}::text <> ${personIdOf(actor) ?? ""}
      then 'Only the executive’s own consultant writes to them here.' end`,
    // The row is the message’s key: tried again after a lost answer, nobody gets it twice.
    inputOf: (_context, { recordId, rowId }, { body }) => ({ programmeId: recordId, body, clientKey: rowId }),
  }),
];
