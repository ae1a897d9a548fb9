import "server-only";
import { eq } from "drizzle-orm";
import { candidates, candidateSkills } from "@/db/schema/tailoring";
import type { PersonalData } from "@/lib/platform/module";

/** In the order in which rows can be deleted: what points before what is pointed at. */
const tables = { candidate_skills: candidateSkills, candidates } as const;

/** That somebody was a candidate, and what was found in their resume. */
export const tailoringPersonalData: PersonalData = {
  tables: Object.keys(tables),
  async export(tx, personId) {
    const found: Record<string, unknown[]> = {};
    for (const [name, table] of Object.entries(tables))
      found[name] = await tx.select().from(table).where(eq(table.personId, personId));
    return found;
  },
  async erase(tx, personId) {
    for (const table of Object.values(tables)) await tx.delete(table).where(eq(table.personId, personId));
  },
};
