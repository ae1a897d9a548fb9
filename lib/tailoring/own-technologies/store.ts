import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { ownTechnologies as table } from "@/db/schema/tailoring";
import { nameKey } from "@/lib/platform/keys";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { countNamedBefore } from "./named-before";
import { ownTechnologiesWithHash } from "./own-technologies";
import { formsOf, ownersOf, settled, type SettledTechnology } from "./settle";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

export type TechnologyRow = typeof table.$inferSelect;

/** All technologies of the organisation. Whoever changes one waits for the other, so that no name is given to two at once. */
export async function technologiesToChange({ tx, organisation }: CommandContext): Promise<TechnologyRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`own-technologies/${organisation.id}`}, 0))`);
  return tx.select().from(table).where(isNull(table.deletedAt)).orderBy(asc(table.technologyKey));
}

/** As it may be stored beside the others; refused at its field where it may not. */
export function settledAmong(asked: OwnTechnology, others: readonly TechnologyRow[]): SettledTechnology {
  const owners = ownersOf(others);
  const outcome = settled(asked, (form) => owners.get(form));
  if ("message" in outcome) throw new Refusal("conflict", outcome.message, outcome.field);
  return outcome;
}

/** What audit keeps: the forms of names follow from the names. */
const told = ({ forms: _, ...row }: TechnologyRow) => row;

/** Adds technologies that are settled. */
export async function insertTechnologies(
  { tx, now, record }: CommandContext,
  technologies: readonly SettledTechnology[],
): Promise<TechnologyRow[]> {
  if (technologies.length === 0) return [];
  const made = await tx
    .insert(table)
    .values(technologies.map((technology) => ({ ...columnsOf(technology), createdAt: now, updatedAt: now })))
    .returning();
  for (const row of made) record("own_technology", null, told(row));
  return made;
}

/** Stores a change of one that is locked with all others. */
export async function updateTechnology(
  { tx, now, record }: CommandContext,
  before: TechnologyRow,
  changes: Partial<typeof table.$inferInsert>,
): Promise<TechnologyRow> {
  const [after] = await tx
    .update(table)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(table.id, before.id))
    .returning();
  record("own_technology", told(before), told(after!));
  return after!;
}

/** As it is stored. */
export const columnsOf = (technology: SettledTechnology) => ({
  ...{ name: technology.name, technologyKey: nameKey(technology.name), aliases: [...technology.aliases] },
  ...{ forms: formsOf(technology), since: technology.since, builtIn: technology.builtIn },
});

/** One of them; after it was taken away too, where `removed`. */
export async function technologyRow({ tx }: Pick<CommandContext, "tx">, id: string, removed = false) {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.id, id), removed ? undefined : isNull(table.deletedAt)));
  if (!row) throw notFound("this technology");
  return row;
}

/** What the organisation wrote before is counted anew at once, and resumes are read again in the background. Answers with how much changed at once. */
export async function readAnew(context: CommandContext): Promise<{ points: number; skills: number }> {
  const counted = await countNamedBefore(context);
  context.emit("tailoring.technologies-changed", { of: (await ownTechnologiesWithHash(context)).hash });
  return counted;
}
