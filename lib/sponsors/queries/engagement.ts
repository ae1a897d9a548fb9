import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { seatCharges } from "@/db/schema/seats";
import { engagements } from "@/db/schema/sponsors";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { engagementsOf } from "@/lib/sponsors/queries/sponsor";
import { RecordId } from "@/lib/sponsors/schemas";
import { visibleSponsors } from "@/lib/sponsors/visibility";

/**
 * One contract with its seats and what was billed by month. Whose seats they are is not told here: that stands in the programmes,
 * for who may see those.
 */
export const oneEngagement = query({
  name: "engagements.one",
  permission: "engagements:read",
  input: RecordId,
  example: ({ engagementId }) => ({ id: engagementId }),
  async run(context, { id }) {
    const { tx, actor, organisation } = context;
    const [found] = await engagementsOf(
      context,
      sql`${engagements.id} = ${id} and ${visibleSponsors(actor, "engagements:read", sql`${engagements.sponsorId}`)}`,
    );
    if (!found) throw notFound("this contract");
    const month = sql<string>`to_char(${seatCharges.billedAt} at time zone ${organisation.timeZone}, 'YYYY-MM')`;
    const billed = await tx
      .select({
        month,
        currency: seatCharges.currency,
        seats: sql<number>`count(*)::int`,
        amount: sql<number>`sum(${seatCharges.amount})::float8`,
      })
      .from(seatCharges)
      .where(eq(seatCharges.engagementId, id))
      .groupBy(sql`1`, seatCharges.currency)
      .orderBy(desc(sql`1`));
    return { ...found, billed };
  },
});
