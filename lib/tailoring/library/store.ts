import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { libraryPoints } from "@/db/schema/tailoring";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import type { CommandContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";
import type { PointFields } from "@/lib/tailoring/library/schemas";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { assertOwnTeam, reachesOwned } from "@/lib/tailoring/reach";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { technologyKey } from "@/lib/tailoring/technology-key";

export type LibraryPoint = typeof libraryPoints.$inferSelect;

/** Points that an actor reaches with a permission, retired ones too. */
export const reachesPoints = (actor: OrganisationActor, permission: Permission = "tailoring:read") =>
  and(
    isNull(libraryPoints.deletedAt),
    reachesOwned(actor, permission, { owner: libraryPoints.addedByPersonId, team: libraryPoints.teamId }),
  )!;

/** A point as audit keeps it: which words it is made of is in nobody's trail; that they changed is seen by their hash. */
export const withoutWords = ({ text: _, textKey: __, ...row }: LibraryPoint) => row;

/** Spelling, case and a full stop at the end make no other point. */
const hashOf = (text: string): string =>
  createHash("sha256")
    .update(nameKey(text).replace(/[.\s]+$/, ""))
    .digest("hex");

export function columnsOf(
  { actor }: CommandContext,
  { technology, text, tags = [], teamId }: PointFields,
  own: readonly OwnTechnology[],
) {
  return {
    ...{
      technology,
      technologyKey: technologyKey(technology, own),
      text,
      textKey: nameKey(text),
      textHash: hashOf(text),
    },
    tags: [...new Set(tags)],
    teamId: assertOwnTeam(actor, "tailoring:write", teamId),
  };
}

/** Adds points that are not there yet, in few statements; answers with those that joined. Others with the same words stay as they are. */
export async function insertPoints(context: CommandContext, points: readonly PointFields[]): Promise<LibraryPoint[]> {
  const own = await ownTechnologies(context);
  const asked = new Map<string, ReturnType<typeof columnsOf>>();
  for (const point of points) {
    const row = columnsOf(context, point, own);
    if (!asked.has(identityOf(row))) asked.set(identityOf(row), row);
  }
  const shared = { addedByPersonId: personIdOf(context.actor), createdAt: context.now };
  const made: LibraryPoint[] = [];
  for (const rows of inParts([...asked.values()], 500)) {
    const known = await context.tx
      .select({
        technologyKey: libraryPoints.technologyKey,
        textHash: libraryPoints.textHash,
        teamId: libraryPoints.teamId,
      })
      .from(libraryPoints)
      .where(
        inArray(
          libraryPoints.textHash,
          rows.map(({ textHash }) => textHash),
        ),
      );
    const there = new Set(known.map(identityOf));
    const fresh = rows.filter((row) => !there.has(identityOf(row))).map((row) => ({ ...row, ...shared }));
    if (fresh.length === 0) continue;
    made.push(...(await context.tx.insert(libraryPoints).values(fresh).onConflictDoNothing().returning()));
  }
  for (const row of made) context.record("library_point", null, withoutWords(row));
  return made;
}

type Identity = Pick<LibraryPoint, "technologyKey" | "textHash" | "teamId">;

const identityOf = ({ technologyKey: technology, textHash, teamId }: Identity): string =>
  `${technology} ${textHash} ${teamId ?? ""}`;

const inParts = <Row>(rows: readonly Row[], most: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, part) => rows.slice(part * most, (part + 1) * most));

/** Whether another point has the same words for the same technology and team. */
export async function standsElsewhere({ tx }: CommandContext, id: string, asked: Identity): Promise<boolean> {
  const rows = await tx
    .select()
    .from(libraryPoints)
    .where(and(eq(libraryPoints.textHash, asked.textHash), ne(libraryPoints.id, id)));
  return rows.some((row) => identityOf(row) === identityOf(asked));
}

/** A point, locked for a change by who may. */
export async function pointToChange({ tx, actor }: CommandContext, id: string): Promise<LibraryPoint> {
  const [row] = await tx
    .select()
    .from(libraryPoints)
    .where(and(eq(libraryPoints.id, id), reachesPoints(actor, "tailoring:write")))
    .for("update");
  if (!row) throw notFound("this point");
  return row;
}

/** Stores a change of a point and writes down what of it may be written down. */
export async function updatePoint(
  { tx, now, record }: CommandContext,
  before: LibraryPoint,
  changes: Partial<typeof libraryPoints.$inferInsert>,
): Promise<LibraryPoint> {
  const [after] = await tx
    .update(libraryPoints)
    .set({ ...changes, version: sql`${libraryPoints.version} + 1`, updatedAt: now })
    .where(eq(libraryPoints.id, before.id))
    .returning();
  record("library_point", withoutWords(before), withoutWords(after!));
  return after!;
}
