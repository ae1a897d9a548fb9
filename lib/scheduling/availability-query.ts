import "server-only";
import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { hostDays, hostHours } from "@/db/schema/scheduling";
import { calendarOn } from "@/lib/business-time/calendar";
import { hoursText } from "@/lib/business-time/hours-text";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { civilDate } from "@/lib/platform/civil-dates";
import { query } from "@/lib/platform/operation";
import { assertHost } from "./commands/availability";
import { HostId } from "./schemas";

/** When somebody can be booked, with their days off from today on; what the organisation's hours say where they said nothing. */
export const availabilityOf = query({
  name: "scheduling.availability",
  permission: "availability:read",
  input: HostId,
  example: ({ consultantId }) => ({ personId: consultantId }),
  async run(context, { personId }) {
    await assertHost(context, personId, "availability:read");
    const { tx, now } = context;
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
    const [own] = await tx
      .select()
      .from(hostHours)
      .where(and(eq(hostHours.personId, personId), isNull(hostHours.deletedAt)));
    const calendar = await calendarOf(context);
    const office = calendarOn(civilDate(now, calendar.timeZone), calendar);
    const { timeZone, week } = own ?? office;
    const days = await tx
      .select()
      .from(hostDays)
      .where(
        and(eq(hostDays.personId, personId), isNull(hostDays.deletedAt), gte(hostDays.toOn, civilDate(now, timeZone))),
      )
      .orderBy(asc(hostDays.fromOn), asc(hostDays.id));
    return {
      ...{ personId, name: person!.name, timeZone, chosen: own !== undefined, version: own?.version ?? 0 },
      week: week.map((hours) => hours.map(hoursText)),
      ...{ noticeMinutes: own?.noticeMinutes ?? 0, horizonDays: own?.horizonDays ?? 90 },
      ...{ mostPerDay: own?.mostPerDay ?? null, mostPerWeek: own?.mostPerWeek ?? null },
      days: days.map(({ id, name, fromOn, toOn, hours }) => ({ id, name, fromOn, toOn, hours: hours.map(hoursText) })),
    };
  },
});
