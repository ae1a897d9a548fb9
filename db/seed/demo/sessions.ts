import { asc, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { sessionTypes } from "@/db/schema/scheduling";
import { teller } from "@/db/seed/demo/teller";
import { ask } from "@/lib/platform/execute";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { freeTimes } from "@/lib/scheduling/queries";

const day = 86_400_000;

/** What each programme that runs has in the calendar: by kind, from how many days on it is looked for, and how it ended. */
const calendar = [
  { kind: "intake", from: -24, outcome: "done" },
  { kind: "coaching", from: -11, outcome: "done" },
  { kind: "resume-review", from: -5, outcome: "no_show" },
  { kind: "coaching", from: 1, outcome: null },
  { kind: "interview-practice", from: 5, outcome: null },
] as const;

/** Sessions of the last weeks and the next, booked five days ahead at times that were free. */
export async function tellSessions({ organisationId, now }: { organisationId: string; now: Date }): Promise<void> {
  const actor = { kind: "system", organisationId, cause: "seed" } as const;
  const [running, types] = await transaction({ organisationId }, async (tx) => [
    await tx
      .select({ id: programmes.id, activatedAt: programmes.activatedAt })
      .from(programmes)
      .where(inArray(programmes.state, ["intake", "active"]))
      .orderBy(asc(programmes.executiveKey), asc(programmes.id)),
    await tx.select({ id: sessionTypes.id, kind: sessionTypes.kind }).from(sessionTypes),
  ]);
  for (const [place, { id: programmeId, activatedAt }] of running.entries())
    for (const [turn, { kind, from, outcome }] of calendar.entries()) {
      const type = types.find((one) => one.kind === kind);
      const first = new Date(now.getTime() + from * day);
      const bookedAt = new Date(Math.min(now.getTime() - day / 2, first.getTime() - 5 * day));
      // Few had their resume looked at, a third of them missed it; not everybody has something ahead; who came lately has no past here.
      const told = outcome === "no_show" ? place % 5 === 2 : outcome === "done" || (place + turn) % 2 === 0;
      if (!type || !told || bookedAt < (activatedAt ?? now)) continue;
      const range = {
        from: first.toISOString(),
        to: new Date(first.getTime() + (outcome ? 4 : 9) * day).toISOString(),
      };
      const free = await ask(freeTimes, actor, { typeId: type.id, programmeId, ...range }, { now: bookedAt });
      const slot = free[(place * 7 + turn * 3) % Math.max(1, free.length)];
      if (!slot || (outcome && slot.endsAt >= now)) continue;
      const booking = { typeId: type.id, programmeId, startsAt: slot.startsAt.toISOString(), anyway: true };
      const { id } = await teller(organisationId, bookedAt)(bookSession, booking);
      const came = outcome === "no_show" && place % 3 > 0 ? "done" : outcome;
      if (came) await teller(organisationId, slot.endsAt)(noteOutcome, { id, outcome: came });
    }
}
