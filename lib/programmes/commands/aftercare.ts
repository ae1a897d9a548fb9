import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { assertVersion } from "@/lib/platform/two-editors";
import { loadProgramme } from "@/lib/programmes/load";
import { accompanies } from "@/lib/programmes/pay";
import { AftercareInput } from "@/lib/programmes/schemas";

/**
 * What was found at a check-in after the landing. Saying it again corrects it: who asked and when stays, the history says that it was corrected.
 * Notes that are left out stay as they are, for who may note a check-in need not read them.
 */
export const noteAftercare = command({
  name: "programmes.noteAftercare",
  permission: "programmes:write",
  input: AftercareInput,
  example: ({ aftercareId }) => ({ id: aftercareId, stillThere: true, notes: "Settled in well." }),
  async run(context, { id, expectedVersion, stillThere, notes }) {
    const { tx, now, record, organisation } = context;
    const [found] = await tx
      .select({ check: aftercareChecks, landing: landings })
      .from(aftercareChecks)
      .innerJoin(landings, eq(landings.id, aftercareChecks.landingId))
      .where(and(eq(aftercareChecks.id, id), isNull(aftercareChecks.deletedAt)))
      .for("update", { of: aftercareChecks });
    if (!found) throw notFound("this check-in");
    const { check, landing } = found;
    const programme = await loadProgramme(context, check.programmeId, "programmes:write").catch(() => {
      throw notFound("this check-in");
    });
    if (landing.fellThroughAt)
      throw new Refusal("state", "This landing fell through, so nobody asks about it any more.");
    const key = dataKeyOf(organisation);
    if (expectedVersion !== undefined) {
      const { version, notesEncrypted } = check;
      const current = {
        ...{ version, stillThere: check.stillThere === null ? "" : check.stillThere ? "yes" : "no" },
        ...(accompanies(context, programme)
          ? { notes: notesEncrypted ? openText(key, notesEncrypted, `aftercare:${id}`) : "" }
          : {}),
      };
      assertVersion(current, expectedVersion, "this check-in");
    }
    const noted = check.doneAt !== null;
    const [after] = await tx
      .update(aftercareChecks)
      .set({
        ...(noted ? { stillThere } : { stillThere, doneAt: now, donePersonId: personIdOf(context.actor) }),
        ...(notes === undefined ? {} : { notesEncrypted: notes ? sealText(key, notes, `aftercare:${id}`) : null }),
        ...{ version: check.version + 1, updatedAt: now },
      })
      .where(eq(aftercareChecks.id, id))
      .returning();
    record("aftercare", check, after!);
    context.remember({
      ...{ entity: "programme", entityId: programme.id, kind: `programmes.aftercare-${noted ? "corrected" : "done"}` },
      data: { days: check.afterDays, still: stillThere ? "yes" : "no" },
    });
    context.emit("programmes.aftercare-done", { programmeId: programme.id, aftercareId: id });
    return { id: programme.id, stillThere };
  },
});
