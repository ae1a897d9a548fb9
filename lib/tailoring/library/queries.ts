import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { libraryPoints } from "@/db/schema/tailoring";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { PointId } from "@/lib/tailoring/library/schemas";
import { reachesPoints } from "@/lib/tailoring/library/store";

/** One point of the library. */
export const onePoint = query({
  name: "tailoring.point",
  permission: "tailoring:read",
  input: PointId,
  example: ({ pointId }) => ({ id: pointId }),
  async run({ tx, actor }, { id }) {
    const [row] = await tx
      .select()
      .from(libraryPoints)
      .where(and(eq(libraryPoints.id, id), reachesPoints(actor)));
    if (!row) throw notFound("this point");
    const { textKey: _, textHash: __, ...point } = row;
    return point;
  },
});

/** Which technologies and tags the library has points for, the most frequent first: what one can filter by. */
export const libraryOutline = query({
  name: "tailoring.library",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const technologies = await tx
      .select({
        key: libraryPoints.technologyKey,
        name: sql<string>`min(${libraryPoints.technology})`,
        points: sql<number>`count(*)::int`,
      })
      .from(libraryPoints)
      .where(reachesPoints(actor))
      .groupBy(libraryPoints.technologyKey)
      .orderBy(sql`count(*) desc`, libraryPoints.technologyKey)
      .limit(300);
    const tags = (await tx.execute(
      sql`select tag, count(*)::int as points from ${libraryPoints}, unnest(${libraryPoints.tags}) as tag
          where ${reachesPoints(actor)} group by tag order by count(*) desc, tag limit 200`,
    )) as unknown as { rows: Array<{ tag: string; points: number }> };
    return { technologies, tags: tags.rows };
  },
});
