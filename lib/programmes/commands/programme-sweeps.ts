import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { programmes } from "@/db/schema/programmes";
import { notify } from "@/lib/notifications/notify";
import { command } from "@/lib/platform/operation";
import { addDays, civilDate, daysBetween, daysSince } from "@/lib/platform/civil-dates";
import { heardAt } from "@/lib/programmes/silence";
import { heard, notHeardOf } from "@/lib/programmes/silence-sql";

/*
 * What is brought to mind of whole programmes. Each at most once for its cause, and nothing where there is nothing to say: who was told is
 * kept on the row, so that a sweep finds only what is new.
 */

const nothing = z.strictObject({});
const atOnce = 200;

/** Tells consultants of executives who have not been heard of for as long as the organisation's settings say; once for each silence. */
export const remindQuiet = command({
  name: "programmes.remindQuiet",
  permission: "programmes:write",
  input: nothing,
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const quiet = await tx
      .select({ programme: programmes, executive: people.name })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          isNull(programmes.deletedAt),
          notHeardOf(now, organisation),
          sql`(${programmes.quietToldAt} is null or ${programmes.quietToldAt} < ${heard})`,
        ),
      )
      .limit(atOnce)
      .for("update", { of: programmes, skipLocked: true });
    for (const { programme, executive } of quiet) {
      const last = heardAt(programme)!;
      await notify(context, {
        personIds: [programme.consultantId],
        kind: "programmes.quiet",
        data: { executive, days: daysSince(last, now, organisation.timeZone) },
        href: `/programmes/${programme.id}/messages`,
        dedupeKey: `quiet/${programme.id}/${last.toISOString()}`,
        about: { entity: "programme", id: programme.id },
      });
      await tx.update(programmes).set({ quietToldAt: now }).where(eq(programmes.id, programme.id));
      record("programme", programme, { ...programme, quietToldAt: now });
    }
    return { reminded: quiet.length, more: quiet.length === atOnce };
  },
});

/** How many days before the last day both are told that it comes. */
const endingDays = [30, 7] as const;

/** Tells executive and consultant that the last day comes, 30 and 7 days before it; again when it was moved. */
export const remindEnding = command({
  name: "programmes.remindEnding",
  permission: "programmes:write",
  input: nothing,
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const today = civilDate(now, organisation.timeZone);
    const ending = await tx
      .select({ programme: programmes, executive: people.name })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          isNull(programmes.deletedAt),
          inArray(programmes.state, ["intake", "active"]),
          sql`${programmes.endsOn} between ${today} and ${addDays(today, endingDays[0])}`,
          // Of this last day nobody was told yet, or only the longer time before.
          sql`(${programmes.endingToldOn} is distinct from ${programmes.endsOn} or (${programmes.endingToldDays} > ${endingDays[1]}
            and ${programmes.endsOn} <= ${addDays(today, endingDays[1])}))`,
        ),
      )
      .limit(atOnce)
      .for("update", { of: programmes, skipLocked: true });
    for (const { programme, executive } of ending) {
      const left = daysBetween(today, programme.endsOn!);
      const told = left <= endingDays[1] ? endingDays[1] : endingDays[0];
      await notify(context, {
        personIds: [programme.consultantId, programme.executiveId],
        kind: "programmes.ending",
        data: { executive, days: left },
        href: `/programmes/${programme.id}`,
        dedupeKey: `ending/${programme.id}/${programme.endsOn}/${told}`,
        about: { entity: "programme", id: programme.id },
      });
      const marked = { endingToldOn: programme.endsOn, endingToldDays: told };
      await tx.update(programmes).set(marked).where(eq(programmes.id, programme.id));
      record("programme", programme, { ...programme, ...marked });
    }
    return { reminded: ending.length, more: ending.length === atOnce };
  },
});

/** Tells consultants of check-ins after landings that are due, once each; not of landings that fell through. */
export const remindAftercare = command({
  name: "programmes.remindAftercare",
  permission: "programmes:write",
  input: nothing,
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const today = civilDate(now, organisation.timeZone);
    const due = await tx
      .select({ check: aftercareChecks, consultantId: programmes.consultantId, executive: people.name })
      .from(aftercareChecks)
      .innerJoin(landings, eq(landings.id, aftercareChecks.landingId))
      .innerJoin(programmes, eq(programmes.id, aftercareChecks.programmeId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          isNull(aftercareChecks.doneAt),
          isNull(aftercareChecks.deletedAt),
          isNull(aftercareChecks.remindedOn),
          isNull(landings.fellThroughAt),
          isNull(programmes.deletedAt),
          sql`${aftercareChecks.dueOn} <= ${today}`,
        ),
      )
      .orderBy(asc(aftercareChecks.dueOn))
      .limit(atOnce)
      .for("update", { of: aftercareChecks, skipLocked: true });
    for (const { check, consultantId, executive } of due) {
      await notify(context, {
        personIds: [consultantId],
        kind: "programmes.aftercare-due",
        data: { executive, days: check.afterDays },
        href: `/programmes/${check.programmeId}/landing`,
        dedupeKey: `aftercare/${check.id}/${check.dueOn}`,
        about: { entity: "programme", id: check.programmeId },
      });
      await tx.update(aftercareChecks).set({ remindedOn: today }).where(eq(aftercareChecks.id, check.id));
      record("aftercare", check, { ...check, remindedOn: today });
    }
    return { reminded: due.length, more: due.length === atOnce };
  },
});
