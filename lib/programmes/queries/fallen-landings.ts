import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** Landings of a programme that fell through, the latest first, each with the reason. What they paid is told nowhere any more. */
export const fallenLandings = query({
  name: "programmes.fallenLandings",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId }),
  async run(context, { id }) {
    await loadProgramme(context, id);
    const rows = await context.tx
      .select({
        id: landings.id,
        employer: landings.employer,
        title: landings.title,
        acceptedOn: landings.acceptedOn,
        fellThroughAt: landings.fellThroughAt,
        reason: landings.fellThroughReason,
      })
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNotNull(landings.fellThroughAt)))
      .orderBy(desc(landings.fellThroughAt));
    return rows.map(({ fellThroughAt, reason, ...landing }) => ({
      ...landing,
      fellThroughAt: fellThroughAt!,
      reason: reason ?? "",
    }));
  },
});
