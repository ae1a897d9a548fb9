import "server-only";
import { eq } from "drizzle-orm";
import { competencyRatings } from "@/db/schema/competencies";
import { newId } from "@/db/tenant-table";
import { openAnswers, sealAnswers } from "@/lib/competencies/answers";
import { answeredOf, assertKnown, type competenciesOf } from "@/lib/competencies/load";
import { noAnswers, type Answers } from "@/lib/competencies/types";
import type { CommandContext } from "@/lib/platform/operation";

interface PartOfRating {
  /** What was kept before; null before the first part. */
  draft: typeof competencyRatings.$inferSelect | null;
  known: Awaited<ReturnType<typeof competenciesOf>>;
  /** What is new: it joins what was kept, and replaces it where both say something. */
  sent: Partial<Answers>;
  /** What a rating that begins now belongs to. */
  fresh: Omit<typeof competencyRatings.$inferInsert, "id" | "organisationId" | "answersEncrypted" | "answered">;
}

/** Keeps part of a rating while it is filled in. Refused for a competency that the framework does not have. */
export async function keepAnswers(
  { tx, now, organisation }: CommandContext,
  { draft, known, sent, fresh }: PartOfRating,
): Promise<{ answered: number; total: number }> {
  assertKnown(known, sent.levels);
  assertKnown(known, sent.notes);
  const before = draft ? openAnswers(organisation, draft) : noAnswers;
  const answers: Answers = {
    levels: { ...before.levels, ...sent.levels },
    notes: { ...before.notes, ...sent.notes },
    keep: sent.keep ?? before.keep,
    change: sent.change ?? before.change,
  };
  const answered = answeredOf(known, answers.levels);
  const id = draft?.id ?? newId();
  const answersEncrypted = sealAnswers(organisation, id, answers);
  if (draft)
    await tx
      .update(competencyRatings)
      .set({ answersEncrypted, answered, version: draft.version + 1, updatedAt: now })
      .where(eq(competencyRatings.id, id));
  else await tx.insert(competencyRatings).values({ ...fresh, id, answersEncrypted, answered });
  return { answered, total: known.length };
}
