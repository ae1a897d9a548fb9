"use server";

import { DateTime } from "luxon";
import type { MoveByClock } from "@/components/scheduling/move-form";
import { action } from "@/lib/entry/action";
import type { ActionResult } from "@/lib/platform/result";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { cancelSeries, moveSeries } from "@/lib/scheduling/commands/series";
import { changePlace as changePlaceOf } from "@/lib/scheduling/commands/place";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { forgetGuest } from "@/lib/scheduling/guests/forget";

export const move = action(moveSession);
export const changePlace = action(changePlaceOf);
export const cancel = action(cancelSession);
export const cancelMore = action(cancelSeries);
const moveMore = action(moveSeries);
export const outcome = action(noteOutcome);
export const forget = action(forgetGuest);

/** Moves a session to what the clock of a zone shows: an hour that is left out is the one after it, one that is shown twice the first. */
export async function moveByClock(organisation: string, asked: MoveByClock): Promise<ActionResult<unknown>> {
  const { date, time, timeZone, lengthMinutes, scope, ...session } = asked;
  const startsAt = DateTime.fromISO(`${date}T${time}`, { zone: timeZone });
  if (scope !== "this") return moveMore(organisation, { ...session, scope, startsAt: startsAt.toUTC().toISO() ?? "" });
  return move(organisation, {
    ...{ ...session, startsAt: startsAt.toUTC().toISO() ?? "" },
    endsAt: startsAt.plus({ minutes: lengthMinutes }).toUTC().toISO() ?? "",
  });
}
