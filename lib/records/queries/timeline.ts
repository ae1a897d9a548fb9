import "server-only";
import { and, desc, eq, notLike, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { timelineEntries } from "@/db/schema/platform";
import { decodeCursor, encodeCursor } from "@/lib/platform/list-cursor";
import { query } from "@/lib/platform/operation";
import { assertRecordVisible, visibleTo } from "@/lib/platform/record-visible";
import { registry } from "@/lib/platform/registry";
import { Timeline } from "@/lib/records/schemas";
import { isColleague } from "@/lib/records/visibility";

/**
 * What happened to a record, newest first, page by page. `kind` names the message of the module that remembered it. That colleagues
 * commented is told only to who may read it; the rest is seen by who sees the record, as its own module says.
 */
export const timelineOf = query({
  name: "records.timeline",
  permission: "records:read",
  input: Timeline,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, { entity, entityId, after, limit = 50 }) {
    const recorded = (await registry()).findRecord(entity);
    await assertRecordVisible(tx, actor, recorded ? visibleTo(recorded) : undefined, entityId);
    const reads = await isColleague(tx, actor, "comments:read", { entity, entityId });
    const place = after ? decodeCursor(after, "timeline") : null;
    const beyond = place
      ? sql`(${timelineEntries.at}, ${timelineEntries.id}) < (${place.value}::timestamptz, ${place.id}::uuid)`
      : undefined;
    const rows = await tx
      .select({
        id: timelineEntries.id,
        at: timelineEntries.at,
        place: sql<string>`${timelineEntries.at}::text`,
        kind: timelineEntries.kind,
        data: timelineEntries.data,
        actorPersonId: timelineEntries.actorPersonId,
        actorName: people.name,
      })
      .from(timelineEntries)
      .leftJoin(people, eq(people.id, timelineEntries.actorPersonId))
      .where(
        and(
          eq(timelineEntries.entity, entity),
          eq(timelineEntries.entityId, entityId),
          reads ? undefined : notLike(timelineEntries.kind, "comments.%"),
          beyond,
        ),
      )
      .orderBy(desc(timelineEntries.at), desc(timelineEntries.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      entries: page.map(({ place: _place, ...entry }) => entry),
      next: rows.length > limit && last ? encodeCursor({ value: last.place, id: last.id }, "timeline") : undefined,
    };
  },
});
