import "server-only";
import { inArray, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { candidates, candidateSkills } from "@/db/schema/tailoring";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { technologyKeyInSql } from "@/lib/tailoring/own-technologies/key-in-sql";

/** What the newest resume of somebody came to; "none" where there is none. */
export const resumeStates = ["read", "waiting", "unreadable", "none"] as const;

const newest = sql`coalesce((select ${resumes.status} from ${resumes}
  where ${resumes.personId} = ${people.id} and ${resumes.deletedAt} is null
  order by ${resumes.createdAt} desc, ${resumes.id} desc limit 1), 'none')`;
const origin = sql`case when ${candidates.id} is null then 'executive' else 'brought' end`;

/** All candidates by name, each with the technologies that they used last. */
export const candidateList = list({
  name: "tailoring.candidates",
  permission: "tailoring:read",
  key: sql`${people.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      ...{
        key: "name",
        kind: "text",
        sortable: true,
        second: "headline",
        value: sql`${people.name}`,
      },
      sort: { by: sql`${people.nameKey}` },
    },
    {
      key: "headline",
      kind: "text",
      defaultVisible: false,
      value: sql`${people.headline}`,
    },
    {
      ...{ key: "skills", kind: "text" },
      value: sql`(select string_agg(top.name, ', ') from (select ${candidateSkills.name} from ${candidateSkills}
        where ${candidateSkills.personId} = ${people.id}
        order by ${candidateSkills.lastUsed} desc, ${candidateSkills.months} desc, ${candidateSkills.technologyKey}
        limit 6) as top)`,
    },
    {
      key: "location",
      kind: "text",
      value: sql`nullif(${people.location}, '')`,
    },
    { key: "resume", kind: "status", value: newest },
    { key: "origin", kind: "status", defaultVisible: false, value: origin },
    {
      key: "createdAt",
      kind: "datetime",
      sortable: true,
      defaultVisible: false,
      value: sql`${people.createdAt}`,
    },
  ],
  filters: [
    {
      ...{ key: "skill", kind: "text" },
      condition: (value) => sql`exists (select 1 from ${candidateSkills}
        where ${candidateSkills.personId} = ${people.id} and ${candidateSkills.technologyKey} = ${technologyKeyInSql(value)})`,
    },
    {
      ...{ key: "resume", kind: "choice", options: resumeStates },
      condition: (value) => inArray(newest, readChoice(value)),
    },
    {
      ...{ key: "origin", kind: "choice", options: ["brought", "executive"] },
      condition: (value) => inArray(origin, readChoice(value)),
    },
  ],
  text: [sql`${people.nameKey}`],
  source: ({ actor }) => ({
    from: sql`${people} left join ${candidates} on ${candidates.personId} = ${people.id} and ${candidates.deletedAt} is null`,
    where: sql`${people.deletedAt} is null and ${visibleCandidate(actor, people.id)}`,
  }),
  href: (id) => `/candidates/${id}`,
});
