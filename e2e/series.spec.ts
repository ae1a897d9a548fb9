import { DateTime } from "luxon";
import { apiOf } from "./support/api-of";
import { at } from "./support/desks";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const zone = "Europe/Zurich";

interface Day {
  people: { hours: { startsAt: number; endsAt: number }[] }[];
  sessions: unknown[];
}

test("a consultant books coaching once a month: what does not work is seen before, later ones are moved and cancelled together", async ({
  page,
  installation,
}) => {
  test.slow();
  const { read, send } = apiOf(await at("consultant", installation.url));
  const { programmes, types } = await read<{ programmes: { id: string }[]; types: { id: string; name: string }[] }>(
    "scheduling/bookableProgrammes",
  );
  const typeId = types.find(({ name }) => name === "Coaching")!.id;
  const [programmeId, otherId] = [programmes[0]!.id, programmes[1]!.id];
  /** Two in the afternoon on the second of a weekday in some month from the third from now on. */
  const second = (weekday: number, months: number) => {
    const month = DateTime.now()
      .setZone(zone)
      .startOf("month")
      .plus({ months: months + 3 });
    return month.plus({ days: ((weekday - month.weekday + 7) % 7) + 7 }).set({ hour: 14 });
  };
  const isFree = async (when: DateTime) => {
    const date = when.toISODate()!;
    const { people, sessions } = await read<Day>(`scheduling/calendar?first=${date}&last=${date}&timeZone=${zone}`);
    const [from, to] = [when.toMillis(), when.plus({ hours: 2 }).toMillis()];
    return sessions.length === 0 && people[0]!.hours.some((open) => open.startsAt <= from && open.endsAt >= to);
  };
  const months = [0, 1, 2, 3];
  const weekday = await test.step("a weekday on which the consultant is there in four months", async () => {
    for (const day of [1, 2, 3, 4, 5])
      if ((await Promise.all(months.map((month) => isFree(second(day, month))))).every(Boolean)) return day;
    throw new Error("The consultant is away on each of them.");
  });
  const dates = months.map((month) => second(weekday, month));
  const [first, clash, third, last] = dates as [DateTime, DateTime, DateTime, DateTime];
  await test.step("somebody else has the consultant at the second date", () =>
    send("scheduling/book", { ...{ typeId, programmeId: otherId, anyway: true }, startsAt: clash.toUTC().toISO() }));

  const shown = (when: DateTime) => when.setLocale("en-GB").toFormat("ccc, d LLL yyyy, HH:mm");
  const row = (when: DateTime) => page.getByRole("listitem").filter({ hasText: shown(when) });
  const book = `/alder-quay/programmes/${programmeId}/sessions/book?type=${typeId}`;
  await signInAsDemo(page, "Consultant");
  await page.goto(`${book}&from=${first.toISODate()!}&at=${encodeURIComponent(first.toUTC().toISO()!)}`);

  await test.step("an end that leaves one alone is said at its field", async () => {
    await page.getByLabel("How often").selectOption(`Every month, on the second ${first.setLocale("en").weekdayLong!}`);
    await page.getByLabel("Until when").selectOption("Until a day");
    await page.getByLabel("Last day").fill(clash.minus({ days: 1 }).toISODate()!);
    await page.getByRole("button", { name: "Show the dates" }).click();
    await expect(page.getByLabel("Last day")).toHaveAccessibleDescription(/there is only one/);
  });

  await test.step("the dates are shown with what stands against one, and another time is taken for it", async () => {
    await page.getByLabel("Last day").fill(last.toISODate()!);
    await page.getByRole("button", { name: "Show the dates" }).click();
    for (const when of dates) await expect(row(when)).toBeVisible();
    await expect(row(clash)).toContainText("This time is taken");
    await expect(page.getByRole("button", { name: "Book 3 sessions" })).toBeVisible();
    await page.getByLabel(`Instead of ${shown(clash)}`).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Book 4 sessions" }).click();
    await expect(page.getByText("4 sessions are booked.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  });

  const sessionsOn = async (when: DateTime) => {
    const { sessions } = await read<{ sessions: { id: string; startsAt: string; state: string }[] }>(
      `scheduling/calendar?first=${when.toISODate()!}&last=${when.toISODate()!}&timeZone=${zone}&cancelled=true`,
    );
    return sessions;
  };
  const sessionPage = async (when: DateTime) => `/alder-quay/sessions/${(await sessionsOn(when))[0]!.id}`;
  await test.step("each leads to the one before and after", async () => {
    await page.goto(await sessionPage(third));
    await expect(page.getByText(/^Every month, on the second/)).toBeVisible();
    const link = (when: DateTime) =>
      page.getByRole("link", { name: when.setLocale("en-GB").toFormat("ccc d LLL, HH:mm") });
    await link(last).click();
    await expect(page).toHaveURL(await sessionPage(last));
    await link(third).click();
    await expect(page).toHaveURL(await sessionPage(third));
  });

  await test.step("this one and the one that follows move by an hour", async () => {
    const form = page.locator("form").filter({ has: page.getByLabel("Begins at") });
    await form.getByLabel("Begins at").fill("15:00");
    await form.getByLabel("Which ones?").selectOption("This one and those that follow");
    await form.getByRole("button").click();
    const standAt = async (hour: number) => {
      for (const when of [third, last])
        await expect
          .poll(async () => (await sessionsOn(when)).map(({ startsAt }) => Date.parse(startsAt)))
          .toEqual([when.set({ hour }).toMillis()]);
    };
    await standAt(15);
    await page.getByRole("button", { name: "Undo" }).click();
    await standAt(14);
  });

  await test.step("all that are to come are cancelled", async () => {
    const button = page.getByRole("button", { name: "Cancel the session" });
    await page.locator("form").filter({ has: button }).getByLabel("Which ones?").selectOption("All that are to come");
    await button.click();
    for (const when of [first, third, last])
      await expect.poll(async () => (await sessionsOn(when)).map(({ state }) => state)).toEqual(["cancelled"]);
  });
});
