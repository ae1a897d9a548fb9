import "server-only";
import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { requirements, submissions } from "@/db/schema/tailoring";
import { query, type QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";
import { reachesRequirements } from "@/lib/tailoring/requirements/load";
import { urgencyOf } from "@/lib/tailoring/requirements/status";
import { submissionsWhere } from "@/lib/tailoring/submissions/queries";
import { waitingStages } from "@/lib/tailoring/submissions/stages";

/** A recruiter's day: open requirements by urgency, who waits longest for a client's answer, and the interviews of this week, at its end those of the next. */
export const recruiterDay = query({
  name: "tailoring.recruiterDay",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, actor, now, organisation } = context;
    const zone = actor.kind === "person" ? actor.timeZone : organisation.timeZone;
    const today = civilDate(now, organisation.timeZone);
    const by = sql`coalesce(${requirements.candidatesBy}, ${requirements.startsOn})`;
    const open = await tx
      .select({
        ...{ id: requirements.id, title: requirements.title, client: requirements.clientName },
        ...{ place: requirements.place, candidatesBy: requirements.candidatesBy, startsOn: requirements.startsOn },
        inWork: sql<number>`(select count(*)::int from ${submissions}
          where ${submissions.requirementId} = ${requirements.id} and ${submissions.deletedAt} is null
            and ${submissions.stage} not in ('rejected', 'withdrawn'))`,
      })
      .from(requirements)
      // Joined so that the count names the requirement of this row.
      .leftJoin(people, eq(people.id, requirements.ownerPersonId))
      .where(and(eq(requirements.status, "open"), reachesRequirements(actor)))
      .orderBy(sql`${by} nulls last`, asc(requirements.id))
      .limit(50);
    const startOfDay = DateTime.fromJSDate(now, { zone }).startOf("day");
    const interviews = await submissionsWhere(
      context,
      and(
        inArray(submissions.stage, [...waitingStages]),
        gte(submissions.interviewAt, startOfDay.toJSDate()),
        lt(submissions.interviewAt, startOfDay.plus({ days: 2 }).endOf("week").toJSDate()),
      )!,
      [asc(submissions.interviewAt) as ReturnType<typeof sql>],
      30,
    );
    const waiting = await submissionsWhere(
      context,
      inArray(submissions.stage, [...waitingStages]),
      [asc(submissions.stageSince) as ReturnType<typeof sql>],
      50,
    );
    return {
      requirements: open.map((row) => ({ ...row, urgency: urgencyOf({ ...row, status: "open" }, today) })),
      ...{ interviews, waiting: await withLastSend(context, waiting) },
    };
  },
});

/** Submissions with to whom their resume went last, and whether it was opened and answered; null where nothing was sent from here. */
async function withLastSend<Row extends { id: string }>({ tx }: QueryContext, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const sends =
    ids.length === 0
      ? []
      : await tx
          .selectDistinctOn([resumeSends.submissionId], {
            ...{ submissionId: resumeSends.submissionId, at: resumeSends.sentAt, followUpOn: resumeSends.followUpOn },
            recipient: sql<string>`coalesce(nullif(${resumeSends.recipientName}, ''), ${resumeSends.recipientAddress})`,
            ...{ openCount: resumeSends.openCount, answeredAt: resumeSends.answeredAt },
          })
          .from(resumeSends)
          .where(inArray(resumeSends.submissionId, ids))
          .orderBy(resumeSends.submissionId, desc(resumeSends.sentAt));
  return rows.map((row) => ({ ...row, lastSend: sends.find(({ submissionId }) => submissionId === row.id) ?? null }));
}
