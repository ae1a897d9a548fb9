import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { ownTechnologies as table } from "@/db/schema/tailoring";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { namedIn } from "./list";
import { ownTechnologies } from "./own-technologies";
import { TechnologyId } from "./schemas";

/** One technology of the organisation, with how often it is named in what the actor sees. */
export const oneTechnology = query({
  name: "tailoring.technology",
  permission: "tailoring:read",
  input: TechnologyId,
  example: ({ ownTechnologyId }) => ({ id: ownTechnologyId }),
  async run({ tx, actor }, { id }) {
    const found = (await tx.execute(
      sql`select points.uses as points, asking.uses as requirements, having_it.uses as candidates
        from ${table} ${namedIn(actor, table.technologyKey)} where ${table.id} = ${id} and ${table.deletedAt} is null`,
    )) as unknown as { rows: Array<{ points: number; requirements: number; candidates: number }> };
    const [row] = await tx
      .select()
      .from(table)
      .where(and(eq(table.id, id), isNull(table.deletedAt)));
    if (!row) throw notFound("this technology");
    const { forms: _, ...technology } = row;
    return { ...technology, uses: found.rows[0]! };
  },
});

/** All technologies that the organisation added, for what reads words where they are typed. */
export const technologyNames = query({
  name: "tailoring.technologyNames",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: (context) => ownTechnologies(context),
});
