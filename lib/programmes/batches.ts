import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "@/db/schema/programmes";
import { batchAction } from "@/lib/platform/batch-action";
import { handOver } from "@/lib/programmes/commands/handover";
import { endedStates } from "@/lib/programmes/lifecycle";
import { caseload } from "@/lib/programmes/lists";
import { consultants } from "@/lib/programmes/queries/consultants";
import { visibleProgrammes } from "@/lib/programmes/visibility";

const ended = sql`${programmes.state} in (${sql.join(
  endedStates.map((state) => sql`${state}`),
  sql`, `,
)})`;

/** What is done to many programmes at once. */
export const programmeBatches = [
  batchAction({
    key: "programmes.handOver",
    list: caseload.name,
    icon: "arrow-right-left",
    command: handOver,
    input: z.strictObject({
      toPersonId: z.uuid("Choose who takes them over."),
      note: z.string().trim().max(2000, "A note has at most 2,000 characters.").optional(),
    }),
    fields: async ({ ask }) => [
      {
        name: "toPersonId",
        kind: "choice",
        options: (await ask(consultants, {})).map(({ id, name, running }) => ({
          value: id,
          label: name,
          hint: String(running),
        })),
      },
      { name: "note", kind: "text" },
    ],
    whyNot: ({ actor }, { toPersonId = "" }) => sql`case
      when not (${visibleProgrammes(actor, "programmes:handover")}) then 'You may not hand this programme over.'
      when ${ended} then 'This programme has ended, so nothing in it changes any more.'
      when ${programmes.consultantId}::text = ${toPersonId} then 'This consultant has the programme already.' end`,
    inputOf: (_context, { recordId }, { toPersonId, note }) => ({
      id: recordId,
      toPersonId,
      ...(note ? { note } : {}),
    }),
  }),
];
