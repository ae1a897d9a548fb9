import { apiOf } from "./support/api-of";
import { at } from "./support/desks";
import { expect, test } from "./support/journey";

const slug = "alder-quay";

/*
 * On 14 March 2027 New York leaves out the hour from two. Ten in the morning there is half past eight in the evening in Kolkata before, and half past seven after.
 */

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
    "scheduling/calendar?first=2027-03-08&last=2027-03-14&timeZone=America/New_York",
  );
  const personId = people[0]!.id;
  const before = await host.read<{ version: number }>(`scheduling/availability?personId=${personId}`);
  const nine = [{ from: "09:00", to: "17:00" }];
  await host.send("scheduling/setHours", {
    ...{ personId, expectedVersion: before.version, timeZone: "America/New_York", noticeMinutes: 0, horizonDays: 366 },
    ...{ mostPerDay: null, mostPerWeek: null, week: [nine, nine, nine, nine, nine, [], []] },
  });
  const ten = { friday: "2027-03-12T15:00:00Z", monday: "2027-03-15T14:00:00Z" };
  for (const startsAt of Object.values(ten))
    await host.send("scheduling/book", { typeId, programmeId, startsAt, anyway: true });

  const kolkata = await browser.newContext({
    baseURL: installation.url,
    storageState: executive!.storageState,
    viewport: { width: 1440, height: 900 },
  });
  const page = await kolkata.newPage();

  await test.step("from Kolkata the sessions lie an hour apart, and in New York at the same time of day", async () => {
    await page.goto(`/${slug}/sessions?view=week&date=2027-03-12&zone=Asia/Kolkata`);
    await expect(page.getByRole("link", { name: /Coaching.*Fri 12 Mar, 20:30 to 21:30/ })).toBeVisible();
    await page.goto(`/${slug}/sessions?view=week&date=2027-03-15&zone=Asia/Kolkata&and=America/New_York`);
    await expect(page.getByRole("link", { name: /Coaching.*Mon 15 Mar, 19:30 to 20:30/ })).toBeVisible();
    await page.getByRole("link", { name: "Times in New York first" }).click();
    await expect(page.getByRole("link", { name: /Coaching.*Mon 15 Mar, 10:00 to 11:00/ })).toBeVisible();
    await page.goto(`/${slug}/sessions?view=week&date=2027-03-12&zone=America/New_York&and=Asia/Kolkata`);
    await expect(page.getByRole("link", { name: /Coaching.*Fri 12 Mar, 10:00 to 11:00/ })).toBeVisible();
    // From Sunday on the clocks are nearer to each other.
    await expect(page.getByText(/is .* in Kolkata/).first()).toBeVisible();
  });

  await test.step("the day of 23 hours has an empty row, and what is booked after it stands where the clock says", async () => {
    await page.goto(`/${slug}/sessions?view=day&date=2027-03-14&zone=America/New_York&hours=all`);
    await expect(page.locator(".calendar-no-hour")).toHaveCount(1);
    await page.goto(`/${slug}/sessions?view=day&date=2027-11-07&zone=America/New_York&hours=all`);
    await expect(page.getByTitle("This hour is shown a second time: clocks go back.")).toBeVisible();
    await expect(page.locator(".calendar-no-hour")).toHaveCount(0);
  });

  await test.step("free times follow the host's clock", async () => {
    const free = await guest.read<{ startsAt: string }[]>(
      `scheduling/freeTimes?programmeId=${programmeId}&typeId=${typeId}&from=2027-03-11T00:00:00Z&to=2027-03-17T00:00:00Z`,
    );
    const first = (date: string) => free.map(({ startsAt }) => startsAt).find((moment) => moment.startsWith(date));
    expect(first("2027-03-11")).toBe("2027-03-11T14:00:00.000Z");
    expect(first("2027-03-16")).toBe("2027-03-16T13:00:00.000Z");
    await page.goto(`/${slug}/programmes/${programmeId}/sessions/book?type=${typeId}&from=2027-03-16`);
    // The executive of the demo is in Istanbul, which keeps its clocks: 09:00 in New York is four in the afternoon there from now on.
    await expect(page.getByRole("link", { name: /^16:00, Tuesday 16 March/ }).first()).toBeVisible();
  });

  await kolkata.close();
  await host.send("scheduling/dropHours", { personId });
});
