import "server-only";
import { asc, inArray } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import type { RecordEvent } from "@/lib/platform/measured";
import { measuredProgramme, rests, secondsOf, spoken } from "@/lib/programmes/measured-programmes";

/** How long an executive who wrote waits for an answer: a message by anybody of the firm, a call or a session. */
export const messageAnswer = measuredProgramme({
  key: "message-answer",
  ...{ runs: "again", reopened: "begins-anew" },
  on: {
    start: [{ name: "messages.sent", facts: { by: "executive" } }],
    stop: [{ name: "messages.sent", facts: { by: "firm" } }, ...spoken],
    cancel: ["programmes.ended"],
    ...rests,
  },
  touchedBy: ["messages.sent"],
  async events(tx, programmes) {
    const found = new Map<string, RecordEvent[]>(programmes.map(({ id }) => [id, []]));
    const executives = new Map(programmes.map(({ id, executiveId }) => [id, executiveId]));
    if (programmes.length === 0) return found;
    const rows = await tx
      .select({
        id: messages.id,
        programmeId: messages.programmeId,
        by: messages.authorPersonId,
        at: messages.sentAt,
      })
      .from(messages)
      .where(inArray(messages.programmeId, [...found.keys()]))
      .orderBy(asc(messages.sentAt), asc(messages.id));
    for (const [order, { id, programmeId, by, at }] of rows.entries())
      found.get(programmeId)?.push({
        ...{ at: secondsOf(at), order, name: "messages.sent", id, by },
        facts: { by: by === executives.get(programmeId) ? "executive" : "firm" },
      });
    return found;
  },
});
