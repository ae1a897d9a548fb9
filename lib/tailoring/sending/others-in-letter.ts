import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { requirements, submissions } from "@/db/schema/tailoring";
import type { QueryContext } from "@/lib/platform/operation";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";

/** Whose resumes went in one letter beside the one that is looked at: names, and how many the actor does not see. By the letter's mail. */
export async function othersInLetters(
  { tx, actor }: QueryContext,
  mailIds: readonly string[],
  submissionId: string,
): Promise<Map<string, { names: string[]; hidden: number }>> {
  if (mailIds.length === 0) return new Map();
  const others = and(inArray(resumeSends.mailId, [...mailIds]), ne(resumeSends.submissionId, submissionId));
  const all = await tx.select({ id: resumeSends.id, mailId: resumeSends.mailId }).from(resumeSends).where(others);
  if (all.length === 0) return new Map();
  const seen = await tx
    .select({ id: resumeSends.id, name: people.name })
    .from(resumeSends)
    .innerJoin(submissions, eq(submissions.id, resumeSends.submissionId))
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(others, reachesSubmissions(actor)))
    .orderBy(asc(people.name));
  const found = new Map<string, { names: string[]; hidden: number }>();
  for (const mailId of new Set(all.map((row) => row.mailId!))) {
    const ids = new Set(all.filter((row) => row.mailId === mailId).map(({ id }) => id));
    const names = seen.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    found.set(mailId, { names, hidden: ids.size - names.length });
  }
  return found;
}
