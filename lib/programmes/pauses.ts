import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { programmePauses } from "@/db/schema/lifecycle";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import { moveDueDates } from "@/lib/programmes/due-dates";
import type { Programme } from "@/lib/programmes/load";
import { movedEnd, standstill } from "@/lib/programmes/standstill";

type Pause = typeof programmePauses.$inferSelect;

/** The first day of a pause: as somebody said, or the day on which it was entered. */
export const firstDayOf = (pause: Pick<Pause, "fromOn" | "startedAt">, timeZone: string): string =>
  pause.fromOn ?? civilDate(pause.startedAt, timeZone);

/** Refuses a pause that begins tomorrow or later, before the programme ran, or within an earlier pause: days would count twice. */
export async function assertFirstDay(
  { tx, organisation }: CommandContext,
  programme: Programme,
  from: string,
  today: string,
): Promise<void> {
  if (from > today)
    throw new Refusal("invalid", "A pause begins today or began earlier. Enter it on its first day.", "fromOn");
  if (from === today) return;
  if (programme.activatedAt && from < civilDate(programme.activatedAt, organisation.timeZone))
    throw new Refusal("invalid", "The programme was not running yet on that day.", "fromOn");
  const [last] = await tx
    .select()
    .from(programmePauses)
    .where(eq(programmePauses.programmeId, programme.id))
    .orderBy(desc(programmePauses.startedAt))
    .limit(1);
  if (last?.endedAt && from < civilDate(last.endedAt, organisation.timeZone))
    throw new Refusal("invalid", "The programme was paused on that day already.", "fromOn");
}

/**
 * Ends the pause that stands, if one does: due dates of open tasks move by the business days that it took. Returns the programme's last day,
 * moved out by its days, for the change that follows.
 */
export async function endStandingPause(
  context: CommandContext,
  programme: Programme,
): Promise<{ endsOn: string | null }> {
  const { tx, now, record, organisation } = context;
  const [pause] = await tx
    .select()
    .from(programmePauses)
    .where(and(eq(programmePauses.programmeId, programme.id), isNull(programmePauses.endedAt)));
  if (!pause) return { endsOn: programme.endsOn };
  const from = firstDayOf(pause, organisation.timeZone);
  const rested = standstill(from, civilDate(now, organisation.timeZone), await calendarOf({ tx, organisation }));
  const ended = { endedAt: now, shiftedBusinessDays: rested.businessDays, shiftedDays: rested.days };
  await tx.update(programmePauses).set(ended).where(eq(programmePauses.id, pause.id));
  record("pause", pause, { ...pause, ...ended });
  await moveDueDates(context, programme.id, rested.businessDays);
  return { endsOn: movedEnd(programme.endsOn, rested) };
}
