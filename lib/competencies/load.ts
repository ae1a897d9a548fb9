import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { competencies, competencyFrameworks, type competencyRatings } from "@/db/schema/competencies";
import { beginFramework } from "@/lib/competencies/commands/framework-begin";
import type { Level } from "@/lib/competencies/types";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

export type Framework = typeof competencyFrameworks.$inferSelect;
export type Competency = typeof competencies.$inferSelect;
export type Rating = typeof competencyRatings.$inferSelect;

type Reading = Pick<QueryContext, "tx">;

/** The version in which is rated now; null in an organisation that has not begun. */
export async function publishedFramework({ tx }: Reading): Promise<Framework | null> {
  const [row] = await tx
    .select()
    .from(competencyFrameworks)
    .where(and(eq(competencyFrameworks.state, "published"), isNull(competencyFrameworks.deletedAt)))
    .orderBy(desc(competencyFrameworks.number))
    .limit(1);
  return row ?? null;
}

/** The same for a command: an organisation from before there were competencies gets the default framework now. */
export async function frameworkInUse(context: CommandContext): Promise<Framework> {
  const found = await publishedFramework(context);
  if (found) return found;
  await context.callAsSystem(beginFramework, {});
  return (await publishedFramework(context))!;
}

/** The competencies of a version, in its order. */
export const competenciesOf = ({ tx }: Reading, frameworkId: string): Promise<Competency[]> =>
  tx
    .select()
    .from(competencies)
    .where(and(eq(competencies.frameworkId, frameworkId), isNull(competencies.deletedAt)))
    .orderBy(asc(competencies.position), asc(competencies.id));

/** The draft in work, locked; refused when the version is published, for that one never changes. */
export async function lockDraft({ tx }: Reading, id: string): Promise<Framework> {
  const [row] = await tx.select().from(competencyFrameworks).where(eq(competencyFrameworks.id, id)).for("update");
  if (!row || row.deletedAt) throw notFound("this version");
  if (row.state !== "draft")
    throw new Refusal("state", "A published version never changes. Begin a draft of the next one.");
  return row;
}

/** Refuses levels of competencies that the version does not have. */
export function assertKnown(
  known: readonly Competency[],
  given: Readonly<Record<string, unknown>> = {},
  field = "levels",
): void {
  const keys = new Set(known.map(({ key }) => key));
  for (const key of Object.keys(given))
    if (!keys.has(key)) throw new Refusal("invalid", "This competency is not in the framework.", field);
}

/** How many of the competencies have an answer, "I cannot say" among them. */
export const answeredOf = (known: readonly Competency[], levels: Readonly<Record<string, Level | null>>): number =>
  known.filter(({ key }) => key in levels).length;

/** Refuses to hand in what is not whole. */
export function assertWhole(known: readonly Competency[], levels: Readonly<Record<string, Level | null>>): void {
  const missing = known.filter(({ key }) => !(key in levels));
  if (missing.length > 0)
    throw new Refusal(
      "state",
      `${missing.length === 1 ? "One answer is" : `${missing.length} answers are`} missing, the first at “${missing[0]!.name}”. “I cannot say” is an answer too.`,
    );
}
