import "server-only";
import { and, asc, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { sponsors } from "@/db/schema/sponsors";
import { query } from "@/lib/platform/operation";

/** The industries of the companies that pay, each once, as they are written there. */
export const sponsorIndustries = query({
  name: "sponsors.industries",
  permission: "sponsors:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx }): Promise<string[]> {
    const rows = await tx
      .selectDistinct({ industry: sponsors.industry })
      .from(sponsors)
      .where(and(isNull(sponsors.deletedAt), isNull(sponsors.archivedAt), ne(sponsors.industry, "")))
      .orderBy(asc(sponsors.industry))
      .limit(40);
    return rows.map(({ industry }) => industry);
  },
});
