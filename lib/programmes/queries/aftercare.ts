import "server-only";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { programmes } from "@/db/schema/programmes";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { civilDate } from "@/lib/platform/civil-dates";
import { loadProgramme } from "@/lib/programmes/load";
import { accompanies, openPay, readsPay } from "@/lib/programmes/pay";
import { ProgrammeId } from "@/lib/programmes/schemas";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/**
 * The landing of a programme that stands, with its check-ins; null where none does. The pay and what was said at a check-in are there for who
 * accompanies the executive, the pay for the executive too.
 */
export const aftercareOf = query({
  name: "programmes.aftercare",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId }),
  async run(context, { id }) {
    const { tx, organisation } = context;
    const programme = await loadProgramme(context, id);
    const [found] = await tx
      .select()
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNull(landings.fellThroughAt)));
    if (!found) return null;
    const { payEncrypted, replacementRatio, ...landing } = found;
    const { actor } = context;
    const [may] = await tx
      .select({
        corrects: sql<boolean>`${visibleProgrammes(actor, "programmes:land")}`,
        /** Whether documents of the landing are there for the actor: for the executive and who works the case. */
        works: sql<boolean>`${visibleProgrammes(actor, "programmes:work")}`,
      })
      .from(programmes)
      .where(eq(programmes.id, id));
    const paid = readsPay(context, programme);
    const checks = await tx
      .select({
        id: aftercareChecks.id,
        version: aftercareChecks.version,
        afterDays: aftercareChecks.afterDays,
        dueOn: aftercareChecks.dueOn,
        doneAt: aftercareChecks.doneAt,
        doneBy: people.name,
        stillThere: aftercareChecks.stillThere,
        notesEncrypted: aftercareChecks.notesEncrypted,
      })
      .from(aftercareChecks)
      .leftJoin(people, eq(people.id, aftercareChecks.donePersonId))
      .where(and(eq(aftercareChecks.landingId, landing.id), isNull(aftercareChecks.deletedAt)))
      .orderBy(asc(aftercareChecks.afterDays));
    const readsNotes = accompanies(context, programme);
    const key = dataKeyOf(organisation);
    return {
      ...landing,
      ...may!,
      readsPay: paid,
      readsNotes,
      replacementRatio: paid ? replacementRatio : null,
      pay: paid ? openPay(context, payEncrypted, `landing:${landing.id}:pay`) : null,
      lastPay: paid ? openPay(context, programme.lastPayEncrypted, `programme:${id}:last-pay`) : null,
      checks: checks.map(({ notesEncrypted, ...check }) => ({
        ...check,
        notes: readsNotes && notesEncrypted ? openText(key, notesEncrypted, `aftercare:${check.id}`) : null,
      })),
    };
  },
});

/** Check-ins of the actor's own caseload whose day has come and that nobody has made, the longest first. At most fifty. */
export const aftercareDue = query({
  name: "programmes.aftercareDue",
  permission: "programmes:land",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor, now, organisation }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({
        programmeId: programmes.id,
        name: people.name,
        afterDays: aftercareChecks.afterDays,
        dueOn: aftercareChecks.dueOn,
      })
      .from(aftercareChecks)
      .innerJoin(programmes, eq(programmes.id, aftercareChecks.programmeId))
      .innerJoin(landings, eq(landings.id, aftercareChecks.landingId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          isNull(aftercareChecks.doneAt),
          isNull(aftercareChecks.deletedAt),
          isNull(landings.fellThroughAt),
          isNull(programmes.deletedAt),
          eq(programmes.consultantId, personId),
          lte(aftercareChecks.dueOn, civilDate(now, organisation.timeZone)),
        ),
      )
      .orderBy(asc(aftercareChecks.dueOn))
      .limit(50);
  },
});
