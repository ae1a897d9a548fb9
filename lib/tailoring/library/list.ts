import "server-only";
import { inArray, sql } from "drizzle-orm";
import { teams } from "@/db/schema/people";
import { libraryPoints } from "@/db/schema/tailoring";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { reachesPoints } from "@/lib/tailoring/library/store";

const state = sql`case when ${libraryPoints.retiredAt} is null then 'offered' else 'retired' end`;
/** Of a point that belongs to no team, in the filter by team. */
export const noTeam = "none";

/** All points of the library, by technology. */
export const pointList = list({
  name: "tailoring.points",
  permission: "tailoring:read",
  key: sql`${libraryPoints.id}`,
  defaultSort: { column: "technology", descending: false },
  columns: [
    { key: "text", kind: "text", value: sql`${libraryPoints.text}` },
    {
      ...{ key: "technology", kind: "text", sortable: true, value: sql`${libraryPoints.technology}` },
      sort: { by: sql`${libraryPoints.technologyKey}` },
    },
    { key: "tags", kind: "text", value: sql`nullif(array_to_string(${libraryPoints.tags}, ', '), '')` },
    { key: "team", kind: "text", defaultVisible: false, value: sql`${teams.name}` },
    { key: "useCount", kind: "number", sortable: true, align: "end", value: sql`${libraryPoints.useCount}` },
    {
      ...{ key: "lastUsedAt", kind: "datetime", sortable: true, value: sql`${libraryPoints.lastUsedAt}` },
      ...{ sort: { nullable: true }, defaultVisible: false },
    },
    { key: "state", kind: "status", defaultVisible: false, value: state },
    {
      key: "createdAt",
      kind: "datetime",
      sortable: true,
      defaultVisible: false,
      value: sql`${libraryPoints.createdAt}`,
    },
  ],
  filters: [
    {
      ...{ key: "technology", kind: "choice" },
      condition: (value) => inArray(libraryPoints.technologyKey, readChoice(value)),
    },
    {
      ...{ key: "tag", kind: "choice" },
      condition: (value) => {
        const asked = readChoice(value);
        return asked.length > 0
          ? sql`${libraryPoints.tags} && array[${sql.join(
              asked.map((tag) => sql`${tag}`),
              sql`, `,
            )}]::text[]`
          : sql`false`;
      },
    },
    {
      ...{ key: "team", kind: "choice" },
      condition: (value) => inArray(sql`coalesce(${libraryPoints.teamId}::text, ${noTeam})`, readChoice(value)),
    },
    {
      ...{ key: "state", kind: "choice", options: ["offered", "retired"] },
      condition: (value) => inArray(state, readChoice(value)),
    },
  ],
  text: [sql`${libraryPoints.textKey}`, sql`${libraryPoints.technologyKey}`],
  source: ({ actor }) => ({
    from: sql`${libraryPoints} left join ${teams} on ${teams.id} = ${libraryPoints.teamId}`,
    where: reachesPoints(actor),
  }),
  href: (id) => `/points/${id}`,
});
