import type { Transaction } from "@/db/client";
import { businessCalendars, businessDays, businessHours } from "@/db/schema/business-time";
import { nameKey } from "@/lib/platform/keys";
import type { World } from "@/lib/platform/world";

const office = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: 540, to: 1020 }] : []));

/** The calendar that holds, with a change to come and a day that is closed; and another one. */
export async function seedCalendarWorld(tx: Transaction, ids: World): Promise<void> {
  await tx.insert(businessCalendars).values([
    { id: ids.calendarId, name: "Office hours", nameKey: nameKey("Office hours"), isDefault: true },
    { id: ids.otherCalendarId, name: "Helpline", nameKey: nameKey("Helpline") },
  ]);
  const held = { timeZone: "Europe/Zurich", week: office, country: "CH" };
  await tx.insert(businessHours).values([
    { calendarId: ids.calendarId, ...held },
    { id: ids.laterHoursId, calendarId: ids.calendarId, ...held, region: "ZH", validFrom: "2027-07-01" },
    { calendarId: ids.otherCalendarId, ...held, country: "", week: office.map(() => [{ from: 420, to: 1320 }]) },
  ]);
  await tx.insert(businessDays).values({
    ...{ id: ids.businessDayId, calendarId: ids.calendarId, kind: "closed", name: "Staff outing" },
    ...{ fromOn: "2027-06-11", toOn: "2027-06-11" },
  });
}
