import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { submissions } from "@/db/schema/tailoring";
import { readerWithin } from "@/lib/identity/person-actor";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import type { CommandContext } from "@/lib/platform/operation";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import type { ResumeSend } from "./load";
import { namesInWords } from "./values-together";

/**
 * What a notification about a letter says to its sender: whose resumes are in it, and where it leads. Null where the sender reaches none of
 * the candidates any more; whom they do not reach is not named.
 */
export async function aboutLetter(
  { tx, organisation }: CommandContext,
  rows: readonly Pick<ResumeSend, "submissionId" | "personId" | "sentByPersonId">[],
): Promise<{ names: string; href: string; sender: string } | null> {
  const ids = rows.map(({ submissionId }) => submissionId);
  const sender = rows[0]?.sentByPersonId;
  const reader = sender ? await readerWithin(tx, { organisation, personId: sender }) : null;
  if (!sender || !reader) return null;
  const found = await tx
    .select({ submissionId: submissions.id, requirementId: submissions.requirementId, name: people.name })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(inArray(submissions.id, ids), isNull(people.deletedAt), visibleCandidate(reader, people.id)))
    .orderBy(asc(people.name));
  const [first] = found;
  if (!first) return null;
  const names = namesInWords(
    found.map(({ name }) => name),
    formatsLocale(organisation.locale),
  );
  return {
    ...{ names, sender },
    href: found.length === 1 ? `/submissions/${first.submissionId}` : `/requirements/${first.requirementId}`,
  };
}
