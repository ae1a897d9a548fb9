import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { query } from "@/lib/platform/operation";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";

/** As many as are tailored in one go. */
const most = 500;

/** Everybody with a resume that was read, by name: who may be chosen for a requirement besides those who are suggested. */
export const candidatesToTailor = query({
  name: "tailoring.candidatesToTailor",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    return tx
      .select({
        personId: people.id,
        name: people.name,
        headline: people.headline,
      })
      .from(people)
      .where(
        and(
          isNull(people.deletedAt),
          visibleCandidate(actor, people.id),
          sql`exists (select 1 from ${resumes} where ${and(
            eq(resumes.personId, people.id),
            eq(resumes.status, "read"),
            isNull(resumes.deletedAt),
          )})`,
        ),
      )
      .orderBy(asc(people.nameKey), asc(people.id))
      .limit(most);
  },
});
