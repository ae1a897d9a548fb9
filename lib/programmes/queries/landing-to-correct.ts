import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { query } from "@/lib/platform/operation";
import type { CorrectLandingValues } from "@/lib/programmes/forms";
import { landingAsTyped } from "@/lib/programmes/landing-facts";
import { loadProgramme } from "@/lib/programmes/load";
import { readsPay } from "@/lib/programmes/pay";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** The landing of a programme that stands, as the form that corrects it begins; null where none does. Without `readsPay`, its amounts are empty. */
export const landingToCorrect = query({
  name: "programmes.landingToCorrect",
  permission: "programmes:land",
  input: ProgrammeId,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId }),
  async run(context, { id }): Promise<{ readsPay: boolean; values: CorrectLandingValues } | null> {
    const programme = await loadProgramme(context, id, "programmes:land");
    const [landing] = await context.tx
      .select()
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNull(landings.fellThroughAt)));
    if (!landing) return null;
    const { version, ...typed } = landingAsTyped(context, landing, programme);
    const nothing = { minor: null, currency: context.organisation.currency };
    return {
      readsPay: readsPay(context, programme),
      values: { landingId: landing.id, expectedVersion: version, pay: nothing, lastPay: nothing, ...typed },
    };
  },
});
