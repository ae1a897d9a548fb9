import "server-only";
import { inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  candidateSkills,
  libraryPoints,
  ownTechnologies,
  requirements,
  requirementSkills,
} from "@/db/schema/tailoring";
import type { OrganisationActor } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { reachesPoints } from "@/lib/tailoring/library/store";
import { reachesRequirements } from "@/lib/tailoring/requirements/load";

/** Whether the organisation brought a technology, or further names of one that the product knows. */
export const technologyKinds = ["own", "names"] as const;

const kind = sql`case when ${ownTechnologies.builtIn} then 'names' else 'own' end`;
const names = sql`nullif(array_to_string(${ownTechnologies.aliases}, ', '), '')`;
const use = { points: sql`points.uses`, requirements: sql`asking.uses`, candidates: sql`having_it.uses` };

/** All technologies that the organisation added, with where each is named. */
export const technologyList = list({
  name: "tailoring.technologies",
  permission: "tailoring:read",
  key: sql`${ownTechnologies.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      ...{ key: "name", kind: "text", sortable: true, second: "aliases", value: sql`${ownTechnologies.name}` },
      sort: { by: sql`${ownTechnologies.technologyKey}` },
    },
    { key: "aliases", kind: "text", defaultVisible: false, value: names },
    {
      ...{ key: "since", kind: "text", sortable: true, value: sql`${ownTechnologies.since}::text` },
      sort: { nullable: true },
    },
    { key: "points", kind: "number", sortable: true, align: "end", value: use.points },
    { key: "requirements", kind: "number", sortable: true, align: "end", value: use.requirements },
    { key: "candidates", kind: "number", sortable: true, align: "end", value: use.candidates },
    { key: "kind", kind: "status", value: kind },
    {
      key: "createdAt",
      kind: "datetime",
      sortable: true,
      defaultVisible: false,
      value: sql`${ownTechnologies.createdAt}`,
    },
  ],
  filters: [
    {
      ...{ key: "kind", kind: "choice", options: technologyKinds },
      condition: (value) => inArray(kind, readChoice(value)),
    },
  ],
  text: [sql`${ownTechnologies.technologyKey}`, sql`lower(array_to_string(${ownTechnologies.aliases}, ' '))`],
  source: ({ actor }) => ({
    from: sql`${ownTechnologies} ${namedIn(actor, ownTechnologies.technologyKey)}`,
    where: isNull(ownTechnologies.deletedAt),
  }),
  href: (id) => `/points/technologies/${id}`,
});

/** How often an actor sees a technology named: as `points.uses`, `asking.uses` and `having_it.uses`. */
export const namedIn = (actor: OrganisationActor, technologyKey: AnyPgColumn): SQL => sql`
  left join lateral (select count(*)::int as uses from ${libraryPoints}
    where ${libraryPoints.technologyKey} = ${technologyKey} and ${libraryPoints.retiredAt} is null
      and ${reachesPoints(actor)}) as points on true
  left join lateral (select count(*)::int as uses from ${requirementSkills}
    join ${requirements} on ${requirements.id} = ${requirementSkills.requirementId}
    where ${requirementSkills.technologyKey} = ${technologyKey} and ${reachesRequirements(actor)}) as asking on true
  left join lateral (select count(*)::int as uses from ${candidateSkills}
    where ${candidateSkills.technologyKey} = ${technologyKey}
      and ${visibleCandidate(actor, candidateSkills.personId)}) as having_it on true`;
