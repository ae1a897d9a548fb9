import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { submissions } from "@/db/schema/tailoring";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import type { CommandContext } from "@/lib/platform/operation";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import type { ResumeSend } from "./load";
import { namesInWords } from "./values-together";

/**
 * What a notification about a letter says: whose resumes are in it, and where it leads. Null where none of the candidates lets recruiters read
 * anything any more; who does not is not named.
 */
export async function aboutLetter(
  { tx, actor, organisation }: CommandContext,
  rows: readonly Pick<ResumeSend, "submissionId" | "personId">[],
): Promise<{ names: string; href: string } | null> {
  const ids = rows.map(({ submissionId }) => submissionId);
  if (ids.length === 0) return null;
  const found = await tx
    .select({ submissionId: submissions.id, requirementId: submissions.requirementId, name: people.name })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(inArray(submissions.id, ids), isNull(people.deletedAt), visibleCandidate(actor, people.id)))
    .orderBy(asc(people.name));
  const [first] = found;
  if (!first) return null;
  const names = namesInWords(
    found.map(({ name }) => name),
    formatsLocale(organisation.locale),
  );
  return {
    names,
    href: found.length === 1 ? `/submissions/${first.submissionId}` : `/requirements/${first.requirementId}`,
  };
}
