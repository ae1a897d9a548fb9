import "server-only";
import { DateTime } from "luxon";
import { getTranslations } from "next-intl/server";
import { itemsOf } from "@/components/calendar/items-of";
import type { CalendarItem } from "@/components/calendar/model";
import { may, type PersonActor } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import { agenda } from "@/lib/scheduling/queries";
import { zonesOf } from "@/lib/scheduling/calendar-query";
import { runsOne } from "@/lib/scheduling/runs-one";

/** How far ahead the next session is looked for. */
const days = 60;

/** The sessions of a person's day, and the one that comes next. */
export async function sessionsAtHome(
  context: QueryContext & { actor: PersonActor },
): Promise<{ today: CalendarItem[]; next: CalendarItem | null }> {
  const { ask, actor, now } = context;
  if (!may(actor, "sessions:read")) return { today: [], next: null };
  const t = await getTranslations("calendar");
  const begin = DateTime.fromJSDate(now, { zone: actor.timeZone }).startOf("day");
  const found = await ask(agenda, {
    ...{ from: begin.toUTC().toISO()!, to: begin.plus({ days }).toUTC().toISO()!, personId: actor.personId },
  });
  const end = begin.plus({ days: 1 }).toMillis();
  const ahead = found.find(({ startsAt, state }) => startsAt > now && state === "booked");
  const near = found.filter((session) => session.startsAt.getTime() < end || session.id === ahead?.id);
  const zones = await zonesOf(
    context,
    near.flatMap(({ attendees, hosts }) => [...attendees, ...hosts].map(({ id }) => id)),
  );
  const items = itemsOf({
    sessions: near.map((session) => ({
      ...{ ...session, personIds: [actor.personId], runs: runsOne(context, session) },
    })),
    ...{ zones, self: actor.personId, zone: actor.timeZone, writes: false, several: false },
    words: {
      with: (names) => t("with", { names }),
      places: (taken, capacity) => t("places", { taken, capacity }),
    },
  });
  return {
    today: items.filter(({ startsAt }) => startsAt < end),
    next: items.find(({ id }) => id === ahead?.id) ?? null,
  };
}
