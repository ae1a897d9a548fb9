import "server-only";
import { inArray, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { requirements, submissions } from "@/db/schema/tailoring";
import { personIdOf } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { submissionStages } from "@/lib/tailoring/submissions/stages";

/** All submissions, what moved last first. */
export const submissionList = list({
  name: "tailoring.submissions",
  permission: "tailoring:read",
  key: sql`${submissions.id}`,
  defaultSort: { column: "stageSince", descending: true },
  columns: [
    {
      ...{ key: "candidate", kind: "text", sortable: true, second: "headline", value: sql`${people.name}` },
      sort: { by: sql`${people.nameKey}` },
    },
    { key: "headline", kind: "text", defaultVisible: false, value: sql`${people.headline}` },
    {
      ...{ key: "requirement", kind: "text", sortable: true, value: sql`${requirements.title}` },
      sort: { by: sql`${requirements.titleKey}` },
    },
    { key: "client", kind: "text", value: sql`nullif(${requirements.clientName}, '')` },
    { key: "stage", kind: "status", value: sql`${submissions.stage}` },
    { key: "stageSince", kind: "datetime", sortable: true, value: sql`${submissions.stageSince}` },
    {
      ...{ key: "interviewAt", kind: "datetime", sortable: true, defaultVisible: false },
      ...{ value: sql`${submissions.interviewAt}`, sort: { nullable: true } },
    },
  ],
  filters: [
    {
      ...{ key: "stage", kind: "choice", options: submissionStages },
      condition: (value) => inArray(submissions.stage, readChoice(value)),
    },
    {
      ...{ key: "mine", kind: "boolean" },
      condition: (value, { actor }) => {
        const me = personIdOf(actor);
        const own = me ? sql`${submissions.ownerPersonId} = ${me}::uuid` : sql`false`;
        return value === "no" ? sql`(${own}) is not true` : own;
      },
    },
  ],
  text: [sql`${people.nameKey}`, sql`${requirements.titleKey}`, sql`${requirements.clientKey}`],
  source: ({ actor }) => ({
    from: sql`${submissions} join ${requirements} on ${requirements.id} = ${submissions.requirementId}
      join ${people} on ${people.id} = ${submissions.personId}`,
    where: reachesSubmissions(actor),
  }),
  href: (id) => `/submissions/${id}`,
});
