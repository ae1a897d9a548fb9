import { DateTime } from "luxon";
import { apiOf } from "./support/api-of";
import { at } from "./support/desks";
import { expect, test } from "./support/journey";

const slug = "alder-quay";

const newYork = "America/New_York";

/** A Sunday of a month, the first being 1. */
function sunday(year: number, month: number, which: number): DateTime {
  const first = DateTime.fromObject({ year, month }, { zone: newYork });
  return first.plus({ days: (7 - first.weekday) % 7, weeks: which - 1 });
}

const now = DateTime.now();
/** On the second Sunday of March New York leaves out the hour from two, and on the first of November it has one twice. */
const years = [now.year, now.year + 1].map((year) => ({ forward: sunday(year, 3, 2), back: sunday(year, 11, 1) }));
const change = years.flatMap(({ forward, back }) => [forward, back]).find((day) => day > now.plus({ weeks: 1 }))!;
const [thursday, friday, monday, tuesday] = [-3, -2, 1, 2].map((days) => change.plus({ days }));
const on = (day: DateTime | undefined) => day!.toISODate()!;

/** Ten in the morning in New York, as a clock elsewhere shows it. */
const ten = (day: DateTime | undefined, zone: string) => day!.set({ hour: 10 }).setZone(zone).setLocale("en-GB");

test("a daylight-saving week in New York seen from Kolkata: slots and the calendar show right times on both sides", async ({
  browser,
  installation,
}) => {
  test.slow();
  const [consultant, executive, administrator] = await Promise.all(
    ["consultant", "executive", "administrator"].map((desk) => at(desk, installation.url)),
  );
  const [host, guest, office] = [apiOf(consultant!), apiOf(executive!), apiOf(administrator!)];
  const programmes = await guest.read<{
    programmes: { id: string; own: boolean }[];
    types: { id: string; name: string }[];
  }>("scheduling/bookableProgrammes");
  const programmeId = programmes.programmes[0]!.id;
  const typeId = programmes.types.find(({ name }) => name === "Coaching")!.id;
  const { type } = await office.read<{ type: Record<string, unknown> & { version: number } }>(
    `scheduling/type?id=${typeId}`,
  );
  const fields = [
    ...["name", "description", "kind", "lengthMinutes", "stepMinutes", "bufferBefore", "bufferAfter", "capacity"],
    ...["hosting", "noticeMinutes", "mostPerDay", "moveNoticeHours", "cancelNoticeHours", "late", "placeKind"],
    ...["place", "reminders", "questions", "selfBooked"],
  ];
  await office.send("scheduling/editType", {
    ...Object.fromEntries(fields.map((field) => [field, type[field]])),
    ...{ id: typeId, expectedVersion: type.version, horizonDays: 366, hosts: [] },
  });
  const { people } = await host.read<{ people: { id: string }[] }>(
    `scheduling/calendar?first=${on(change.minus({ days: 6 }))}&last=${on(change)}&timeZone=${newYork}`,
  );
  const personId = people[0]!.id;
  const before = await host.read<{ version: number }>(`scheduling/availability?personId=${personId}`);
  const nine = [{ from: "09:00", to: "17:00" }];
  await host.send("scheduling/setHours", {
    ...{ personId, expectedVersion: before.version, timeZone: newYork, noticeMinutes: 0, horizonDays: 366 },
    ...{ mostPerDay: null, mostPerWeek: null, week: [nine, nine, nine, nine, nine, [], []] },
  });
  for (const startsAt of [friday, monday].map((day) => ten(day, "UTC").toISO()))
    await host.send("scheduling/book", { typeId, programmeId, startsAt, anyway: true });

  const kolkata = await browser.newContext({
    baseURL: installation.url,
    storageState: executive!.storageState,
    viewport: { width: 1440, height: 900 },
  });
  const page = await kolkata.newPage();

  const coaching = (from: DateTime) =>
    new RegExp(`Coaching.*${from.toFormat("ccc d LLL, HH:mm")} to ${from.plus({ hours: 1 }).toFormat("HH:mm")}`);
  await test.step("from Kolkata the sessions lie an hour apart, and in New York at the same time of day", async () => {
    await page.goto(`/${slug}/sessions?view=week&date=${on(friday)}&zone=Asia/Kolkata`);
    await expect(page.getByRole("link", { name: coaching(ten(friday, "Asia/Kolkata")) })).toBeVisible();
    await page.goto(`/${slug}/sessions?view=week&date=${on(monday)}&zone=Asia/Kolkata&and=America/New_York`);
    await expect(page.getByRole("link", { name: coaching(ten(monday, "Asia/Kolkata")) })).toBeVisible();
    await page.getByRole("link", { name: "Times in New York first" }).click();
    await expect(page.getByRole("link", { name: coaching(ten(monday, newYork)) })).toBeVisible();
    await page.goto(`/${slug}/sessions?view=week&date=${on(friday)}&zone=America/New_York&and=Asia/Kolkata`);
    await expect(page.getByRole("link", { name: coaching(ten(friday, newYork)) })).toBeVisible();
    // From Sunday on the clocks are nearer to each other, or further apart.
    await expect(page.getByText(/is .* in Kolkata/).first()).toBeVisible();
  });

  await test.step("the day of 23 hours has an empty row, and what is booked after it stands where the clock says", async () => {
    const { forward, back } = years[1]!;
    await page.goto(`/${slug}/sessions?view=day&date=${on(forward)}&zone=${newYork}&hours=all`);
    await expect(page.locator(".calendar-no-hour")).toHaveCount(1);
    await page.goto(`/${slug}/sessions?view=day&date=${on(back)}&zone=${newYork}&hours=all`);
    await expect(page.getByTitle("This hour is shown a second time: clocks go back.")).toBeVisible();
    await expect(page.locator(".calendar-no-hour")).toHaveCount(0);
  });

  await test.step("free times follow the host's clock", async () => {
    const free = await guest.read<{ startsAt: string }[]>(
      `scheduling/freeTimes?programmeId=${programmeId}&typeId=${typeId}&from=${on(thursday)}T00:00:00Z&to=${on(tuesday)}T23:00:00Z`,
    );
    const first = (day: DateTime | undefined) =>
      free.map(({ startsAt }) => startsAt).find((at) => at.startsWith(on(day)));
    for (const day of [thursday, tuesday]) expect(first(day)).toBe(ten(day, "UTC").minus({ hours: 1 }).toISO());
    await page.goto(`/${slug}/programmes/${programmeId}/sessions/book?type=${typeId}&from=${on(tuesday)}`);
    // The executive of the demo is in Istanbul, which keeps its clocks.
    const nine = ten(tuesday, "Europe/Istanbul").minus({ hours: 1 });
    await expect(
      page.getByRole("link", { name: new RegExp(`^${nine.toFormat("HH:mm, cccc d LLLL")}`) }).first(),
    ).toBeVisible();
  });

  await kolkata.close();
  await host.send("scheduling/dropHours", { personId });
});
