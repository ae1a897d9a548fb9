import { inArray } from "drizzle-orm";
import type { DateTime } from "luxon";
import { transaction } from "@/db/client";
import { scheduledSessions } from "@/db/schema/scheduling";
import { teller } from "@/db/seed/demo/teller";
import { Refusal } from "@/lib/platform/refusal";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { bookSeries } from "@/lib/scheduling/commands/series";

export interface ToldSeries {
  organisationId: string;
  now: Date;
  /** Monday of the week of today. */
  monday: DateTime;
  typeId: string;
  /** Programmes, in the order in which they are asked. */
  running: readonly { id: string; activatedAt: Date | null }[];
}

const day = 86_400_000;
/** Weeks: three before this one, this one, the next. */
const before = 3;
const rule = { repeats: { every: "weeks", weeks: 1 }, ends: { count: 5 } } as const;

/** Coaching each Thursday afternoon: one was left out over a holiday, the next one is later because of an interview. */
export async function tellSeries({ organisationId, now, monday, typeId, running }: ToldSeries): Promise<void> {
  const thursday = (weeks: number) => monday.plus({ weeks, days: 3 }).set({ hour: 15, minute: 30 });
  const first = thursday(-before);
  const bookedAt = new Date(first.toMillis() - 4 * day);
  const otherwise = [
    { date: thursday(-2).toISODate()!, startsAt: null },
    { date: thursday(1).toISODate()!, startsAt: thursday(1).set({ hour: 17, minute: 0 }).toUTC().toISO()! },
  ];
  const series = { typeId, startsAt: first.toUTC().toISO()!, timeZone: "Europe/Zurich", ...rule, otherwise };
  for (const { id: programmeId, activatedAt } of running) {
    if (!activatedAt || activatedAt > bookedAt) continue;
    const booked = await teller(organisationId, bookedAt)(bookSeries, { ...series, programmeId }).catch(refused);
    if (!booked) continue;
    const sessions = await transaction({ organisationId }, (tx) =>
      tx.select().from(scheduledSessions).where(inArray(scheduledSessions.id, booked.ids)),
    );
    for (const { id, endsAt } of sessions)
      if (endsAt < now) await teller(organisationId, endsAt)(noteOutcome, { id, outcome: "done" });
    return;
  }
}

/** Whose package has too few sessions left has no series: the next one is asked. */
function refused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
