import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { requirements, submissions } from "@/db/schema/tailoring";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";

export type ResumeSend = typeof resumeSends.$inferSelect;

/** What was sent, locked for a change by who may change its submission. */
export async function sendToChange({ tx, actor }: CommandContext, id: string): Promise<ResumeSend> {
  const [found] = await tx
    .select({ row: resumeSends })
    .from(resumeSends)
    .innerJoin(submissions, eq(submissions.id, resumeSends.submissionId))
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(eq(resumeSends.id, id), reachesSubmissions(actor, "tailoring:write")))
    .for("update", { of: resumeSends });
  if (!found) throw notFound("this letter");
  return found.row;
}

/** All rows of the letter that this one belongs to, itself included, locked; in the order of their ids. */
export function rowsOfLetter({ tx }: CommandContext, { id, mailId }: ResumeSend): Promise<ResumeSend[]> {
  return tx
    .select()
    .from(resumeSends)
    .where(mailId ? eq(resumeSends.mailId, mailId) : eq(resumeSends.id, id))
    .orderBy(asc(resumeSends.id))
    .for("update");
}

/** Writes a change of what was sent, and records it. */
export async function updateSend(
  { tx, now, record }: CommandContext,
  before: ResumeSend,
  changes: Partial<typeof resumeSends.$inferInsert>,
): Promise<void> {
  const [after] = await tx
    .update(resumeSends)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(resumeSends.id, before.id))
    .returning();
  record("resume-send", before, after!);
}

/* What was written is about a person: sealed, each text for its own place. */
export type SealedText = "subject" | "body" | "answer";
const place = (id: string, which: SealedText): string => `resume-send:${id}:${which}`;

type Keyed = Pick<QueryContext, "organisation">;

export const sealSent = ({ organisation }: Keyed, id: string, which: SealedText, words: string): string =>
  sealText(dataKeyOf(organisation), words, place(id, which));
export const openSent = ({ organisation }: Keyed, id: string, which: SealedText, sealed: string | null): string =>
  sealed ? openText(dataKeyOf(organisation), sealed, place(id, which)) : "";
