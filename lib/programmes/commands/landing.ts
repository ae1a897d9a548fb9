import "server-only";
import { eq } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { newId } from "@/db/tenant-table";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { moveAftercare, planAftercare } from "@/lib/programmes/aftercare";
import { civilDate } from "@/lib/platform/civil-dates";
import { lockProgramme, updateProgramme, type Programme } from "@/lib/programmes/load";
import { begin, done } from "@/lib/programmes/make-move";
import { endStandingPause } from "@/lib/programmes/pauses";
import { correctedFields, landingAsTyped } from "@/lib/programmes/landing-facts";
import { openPay, sealPay } from "@/lib/programmes/pay";
import { replacementRatio } from "@/lib/programmes/replacement-ratio";
import { EditLandingInput, LandInput, type Pay } from "@/lib/programmes/schemas";

/** The landing: what the programme was for. Its aftercare is planned with it. */
export const landProgramme = command({
  name: "programmes.land",
  permission: "programmes:land",
  input: LandInput,
  example: ({ programmeId }) => ({
    id: programmeId,
    kind: "employed" as const,
    employer: "Harbourline Freight",
    title: "Chief operating officer",
    acceptedOn: "2026-11-02",
    startsOn: "2027-01-04",
    channel: "network" as const,
    pay: { minor: 24_000_000, currency: "CHF", period: "year" as const },
    lastPay: { minor: 22_500_000, currency: "CHF", period: "year" as const },
    satisfaction: 8,
  }),
  async run(context, { id, pay, lastPay, ...details }) {
    const programme = await begin(context, id, "programmes:land", "land");
    assertAccepted(context, details.acceptedOn);
    const landingId = newId();
    const lastPayEncrypted = newLastPay(context, programme, lastPay);
    const [landing] = await context.tx
      .insert(landings)
      .values({
        ...{ id: landingId, programmeId: id, ...stored(details) },
        payEncrypted: sealPay(context, pay ?? null, `landing:${landingId}:pay`),
        replacementRatio: replacementRatio(pay ?? null, openPay(context, lastPayEncrypted, `programme:${id}:last-pay`)),
      })
      .returning();
    context.record("landing", null, landing!);
    await planAftercare(context, landing!);
    const ended = await endStandingPause(context, programme);
    await updateProgramme(context, programme, { state: "landed", endedAt: context.now, lastPayEncrypted, ...ended });
    return done(context, programme, "landed", { employer: details.employer ?? null, title: details.title ?? null });
  },
});

/**
 * Corrects a landing that stands, or adds what was not known on its day. Check-ins that are open move with the first day, the ratio of the pays
 * follows them, and the history says what was corrected.
 */
export const editLanding = command({
  name: "programmes.editLanding",
  permission: "programmes:land",
  input: EditLandingInput,
  example: ({ landingId }) => ({
    landingId,
    expectedVersion: 1,
    kind: "employed" as const,
    employer: "Harbourline Freight",
    title: "Chief operating officer",
    acceptedOn: "2026-11-02",
    startsOn: "2027-02-01",
    satisfaction: 9,
  }),
  async run(context, { landingId, expectedVersion, pay, lastPay, ...details }) {
    const { tx, record } = context;
    const [landing] = await tx.select().from(landings).where(eq(landings.id, landingId)).for("update");
    if (!landing) throw notFound("this landing");
    const programme = await lockProgramme(context, landing.programmeId, "programmes:land").catch(() => {
      throw notFound("this landing");
    });
    if (landing.fellThroughAt) throw new Refusal("state", "This landing fell through, so it stays as it was.");
    assertVersion(landingAsTyped(context, landing, programme), expectedVersion, "this landing");
    assertAccepted(context, details.acceptedOn);
    const lastPayEncrypted = newLastPay(context, programme, lastPay);
    const paidBefore = openPay(context, landing.payEncrypted, `landing:${landingId}:pay`);
    const now = pay === undefined ? paidBefore : pay;
    const lastPayNow = openPay(context, lastPayEncrypted, `programme:${programme.id}:last-pay`);
    const [after] = await tx
      .update(landings)
      .set({
        ...stored(details),
        // Sealed anew only where it was said anew: what nobody touched is no change.
        payEncrypted: pay === undefined ? landing.payEncrypted : sealPay(context, pay, `landing:${landingId}:pay`),
        replacementRatio: replacementRatio(now, lastPayNow),
        ...{ version: landing.version + 1, updatedAt: context.now },
      })
      .where(eq(landings.id, landingId))
      .returning();
    record("landing", landing, after!);
    await moveAftercare(context, after!);
    if (lastPayEncrypted !== programme.lastPayEncrypted)
      await updateProgramme(context, programme, { lastPayEncrypted });
    const lastPayBefore = openPay(context, programme.lastPayEncrypted, `programme:${programme.id}:last-pay`);
    const fields = correctedFields(
      { ...landing, pay: paidBefore, lastPay: lastPayBefore },
      { ...after!, pay: now, lastPay: lastPayNow },
    );
    if (fields.length > 0)
      context.remember({
        ...{ entity: "programme", entityId: programme.id, kind: "programmes.landing-changed" },
        data: { fields: fields.join(",") },
      });
    context.emit("programmes.landing-changed", { programmeId: programme.id, landingId });
    return { id: programme.id };
  },
});

type Details = Omit<LandInput, "id" | "pay" | "lastPay">;

const stored = ({ startsOn, channel, satisfaction, ...details }: Details) => ({
  ...details,
  startsOn: startsOn || null,
  channel: channel || null,
  satisfaction: satisfaction === "" || satisfaction === undefined ? null : satisfaction,
});

/** The last pay as it is sealed from now on: what was said, or what stood. */
const newLastPay = (context: CommandContext, programme: Programme, lastPay: Pay | null | undefined): string | null =>
  lastPay === undefined ? programme.lastPayEncrypted : sealPay(context, lastPay, `programme:${programme.id}:last-pay`);

function assertAccepted({ now, organisation }: CommandContext, acceptedOn: string): void {
  if (acceptedOn > civilDate(now, organisation.timeZone))
    throw new Refusal("invalid", "The day of acceptance lies in the future.", "acceptedOn");
}
