import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { slaClocks } from "@/db/schema/sla";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** What an executive hears about: who turns to them, not how the firm counts. */
const told = ["first-contact", "message-answer"];

/**
 * By when somebody of the firm turns to the executive: the nearest promise that still runs. What was missed is promised no more, and nothing else of a clock is
 * said here.
 */
export const promiseTo = query({
  name: "programmes.promise",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }): Promise<{ by: Date; name: string } | null> {
    await loadProgramme(context, id);
    const rows = await context.tx
      .select({ by: slaClocks.dueAt, name: people.name })
      .from(slaClocks)
      .innerJoin(people, eq(people.id, slaClocks.responsibleId))
      .where(and(eq(slaClocks.entityId, id), inArray(slaClocks.metric, told), eq(slaClocks.state, "running")))
      .orderBy(asc(slaClocks.dueAt))
      .limit(1);
    const [row] = rows;
    return row?.by && row.by > context.now ? { by: row.by, name: row.name } : null;
  },
});
