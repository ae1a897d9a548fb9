import "server-only";
import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { query } from "@/lib/platform/operation";
import { civilDate, daysBetween } from "@/lib/platform/civil-dates";
import { landingStands } from "@/lib/programmes/landing-stands";
import { loadProgramme } from "@/lib/programmes/load";
import { ProgrammeId } from "@/lib/programmes/schemas";
import { timeBack } from "@/lib/programmes/time-back";

/** What changes when an ended programme goes on today: its own dates, and the figures of all programmes that the actor's firm runs. */
export const reopeningOf = query({
  name: "programmes.reopening",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId }),
  async run(context, { id }) {
    const { tx, organisation } = context;
    const programme = await loadProgramme(context, id, "programmes:write");
    const [landing] = await tx
      .select()
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNull(landings.fellThroughAt)));
    const [checks] = landing
      ? await tx
          .select({ open: count() })
          .from(aftercareChecks)
          .where(and(eq(aftercareChecks.landingId, landing.id), isNull(aftercareChecks.doneAt)))
      : [];
    const [dated] = await tx
      .select({ open: count() })
      .from(programmeTasks)
      .where(
        and(
          eq(programmeTasks.programmeId, id),
          isNull(programmeTasks.doneAt),
          isNull(programmeTasks.deletedAt),
          isNotNull(programmeTasks.dueOn),
        ),
      );
    const [figures] = await tx
      .select({
        ended: sql`count(*)`.mapWith(Number),
        landed: sql`count(*) filter (where ${landingStands})`.mapWith(Number),
      })
      .from(programmes)
      .where(
        and(isNull(programmes.deletedAt), sql`${programmes.state} in ('landed', 'completed', 'expired', 'withdrawn')`),
      );
    const { ended, landed } = figures!;
    const back = await timeBack(context, programme);
    const from =
      programme.noticeOn ?? (programme.activatedAt && civilDate(programme.activatedAt, organisation.timeZone));
    return {
      landing: landing
        ? {
            employer: landing.employer,
            title: landing.title,
            daysToLanding: from ? daysBetween(from, landing.acceptedOn) : null,
            counted: landing.satisfaction !== null || landing.replacementRatio !== null,
          }
        : null,
      checksDropped: checks?.open ?? 0,
      datesMoved: back.businessDays > 0 ? dated!.open : 0,
      businessDays: back.businessDays,
      endsOn: { before: programme.endsOn, after: back.endsOn },
      rate: {
        before: { landed, ended },
        after: { landed: landed - (landing ? 1 : 0), ended: ended - 1 },
      },
    };
  },
});
