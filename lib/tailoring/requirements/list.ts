import "server-only";
import { inArray, sql } from "drizzle-orm";
import { people, teams } from "@/db/schema/people";
import { requirements, requirementSkills } from "@/db/schema/tailoring";
import { personIdOf } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { reachesRequirements } from "@/lib/tailoring/requirements/load";
import { requirementStatuses, workModes } from "@/lib/tailoring/requirements/status";
import { technologyKeyInSql } from "@/lib/tailoring/own-technologies/key-in-sql";

/** Until when somebody waits: nobody does for what is not open. */
const urgentOn = sql`case when ${requirements.status} = 'open'
  then coalesce(${requirements.candidatesBy}, ${requirements.startsOn}) end`;

/** All requirements, the most pressing first. */
export const requirementList = list({
  name: "tailoring.requirements",
  permission: "tailoring:read",
  key: sql`${requirements.id}`,
  defaultSort: { column: "urgentOn", descending: false },
  columns: [
    {
      ...{ key: "title", kind: "text", sortable: true, second: "client", value: sql`${requirements.title}` },
      sort: { by: sql`${requirements.titleKey}` },
    },
    {
      ...{ key: "client", kind: "text", sortable: true, defaultVisible: false },
      value: sql`${requirements.clientName}`,
      sort: { by: sql`${requirements.clientKey}` },
    },
    { key: "urgentOn", kind: "date", sortable: true, value: urgentOn, sort: { nullable: true } },
    {
      ...{ key: "skills", kind: "text" },
      value: sql`(select string_agg(${requirementSkills.name}, ', ' order by ${requirementSkills.position})
        from ${requirementSkills} where ${requirementSkills.requirementId} = ${requirements.id}
          and ${requirementSkills.need} = 'must')`,
    },
    { key: "place", kind: "text", value: sql`nullif(${requirements.place}, '')` },
    { key: "workMode", kind: "status", defaultVisible: false, value: sql`nullif(${requirements.workMode}, '')` },
    { key: "vendor", kind: "text", defaultVisible: false, value: sql`nullif(${requirements.vendorName}, '')` },
    { key: "startsOn", kind: "date", defaultVisible: false, value: sql`${requirements.startsOn}` },
    { key: "owner", kind: "text", defaultVisible: false, value: sql`${people.name}` },
    { key: "team", kind: "text", defaultVisible: false, value: sql`${teams.name}` },
    { key: "status", kind: "status", value: sql`${requirements.status}` },
    {
      key: "createdAt",
      kind: "datetime",
      sortable: true,
      defaultVisible: false,
      value: sql`${requirements.createdAt}`,
    },
  ],
  filters: [
    {
      ...{ key: "status", kind: "choice", options: requirementStatuses },
      condition: (value) => inArray(requirements.status, readChoice(value)),
    },
    {
      ...{ key: "workMode", kind: "choice", options: workModes },
      condition: (value) => inArray(requirements.workMode, readChoice(value)),
    },
    {
      ...{ key: "mine", kind: "boolean" },
      condition: (value, { actor }) => {
        const me = personIdOf(actor);
        const own = me ? sql`${requirements.ownerPersonId} = ${me}::uuid` : sql`false`;
        return value === "no" ? sql`(${own}) is not true` : own;
      },
    },
    {
      ...{ key: "skill", kind: "text" },
      condition: (value) => sql`exists (select 1 from ${requirementSkills}
        where ${requirementSkills.requirementId} = ${requirements.id}
          and ${requirementSkills.technologyKey} = ${technologyKeyInSql(value)})`,
    },
  ],
  text: [sql`${requirements.titleKey}`, sql`${requirements.clientKey}`],
  source: ({ actor }) => ({
    from: sql`${requirements} left join ${people} on ${people.id} = ${requirements.ownerPersonId}
      left join ${teams} on ${teams.id} = ${requirements.teamId}`,
    where: reachesRequirements(actor),
  }),
  href: (id) => `/requirements/${id}`,
});
