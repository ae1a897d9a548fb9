import { teller } from "@/db/seed/demo/teller";
import { addCalendar, beginCalendars } from "@/lib/business-time/commands/calendars";
import { addDay } from "@/lib/business-time/commands/days";
import { setHours } from "@/lib/business-time/commands/hours";
import { oneCalendar } from "@/lib/business-time/queries";
import { job } from "@/lib/entry/job";
import { addDays, civilDate } from "@/lib/platform/civil-dates";

const morning = { from: "08:30", to: "12:00" };
const days = [0, 1, 2, 3, 4, 5, 6];
const office = days.map((day) => (day > 4 ? [] : [morning, { from: "13:00", to: day === 4 ? "16:00" : "17:30" }]));
const helpline = days.map((day) =>
  day === 6 ? [] : [day === 5 ? { from: "09:00", to: "13:00" } : { from: "07:00", to: "20:00" }],
);

/** The date itself on a Tuesday, else the next one. */
const tuesdayFrom = (date: string): string => addDays(date, (9 - new Date(`${date}T00:00Z`).getUTCDay()) % 7);

/** When the demo firm works: lunch left out, closed between the years, Fridays shorter from next summer on; and longer hours on the telephone. */
export async function tellCalendars(firm: { organisationId: string; now: Date; since: Date }): Promise<void> {
  const { organisationId, now, since } = firm;
  // As long as there is the firm: else all that was before would be measured by other hours.
  const as = { ...job(organisationId, "seed"), execute: teller(organisationId, since) };
  const today = civilDate(now, "Europe/Zurich");
  const year = Number(today.slice(0, 4));
  const zurich = { timeZone: "Europe/Zurich", country: "CH", region: "ZH", ownHolidays: [] };
  const versionOf = async (id: string) =>
    (await as.ask(oneCalendar, { id })).hours.find((one) => !one.validFrom)!.version;
  const { id: calendarId } = await as.execute(beginCalendars, {});
  const said = { calendarId, workedHolidays: ["Tag der Arbeit"], ...zurich };
  await as.execute(setHours, {
    ...{ ...said, validFrom: "", week: office },
    expectedVersion: await versionOf(calendarId),
  });
  await as.execute(setHours, {
    ...{ ...said, validFrom: `${today.slice(5) < "07-01" ? year : year + 1}-07-01` },
    week: office.map((hours, day) => (day === 4 ? [morning] : hours)),
    expectedVersion: 0,
  });
  const closing = (name: string, fromOn: string, toOn: string, hours: { from: string; to: string }[] = []) =>
    as.execute(addDay, { calendarId, kind: "closed", name, fromOn, toOn, hours });
  for (const winter of [year, year + 1]) await closing("Between the years", `${winter}-12-27`, `${winter}-12-31`);
  await closing("Training afternoon", tuesdayFrom(addDays(today, 14)), "", [{ from: "13:00", to: "18:00" }]);
  const { id: helplineId } = await as.execute(addCalendar, { name: "Helpline" });
  await as.execute(setHours, {
    ...{ calendarId: helplineId, validFrom: "", ...zurich, workedHolidays: [], week: helpline },
    expectedVersion: await versionOf(helplineId),
  });
}
