import type { Locator, Page } from "@playwright/test";
import { DateTime } from "luxon";
import { apiOf } from "./support/api-of";
import { at } from "./support/desks";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const calendar = "/alder-quay/sessions";
const zone = "Europe/Zurich";
/** A sheet of A4 on its side, without its margins, in CSS pixels. */
const sheet = { width: 1047, height: 718 };

interface Calendar {
  people: { id: string; hours: { startsAt: number }[] }[];
  sessions: { id: string; startsAt: string; state: string }[];
}

/** Drags by some pixels, as a hand does. */
async function drag(page: Page, place: Locator, by: { y: number }, edge: "middle" | "end" = "middle") {
  await place.scrollIntoViewIfNeeded();
  const box = (await place.boundingBox())!;
  const from = { x: box.x + box.width / 2, y: edge === "end" ? box.y + box.height - 2 : box.y + 12 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + by.y / 2, { steps: 6 });
  await page.mouse.move(from.x, from.y + by.y, { steps: 6 });
  await page.mouse.up();
}

test("a consultant runs a week of sessions: one is dragged, one moved by keys, one made longer, and how one went is noted", async ({
  page,
  installation,
}) => {
  test.slow();
  const { read, send } = apiOf(await at("consultant", installation.url));
  const between = (first: DateTime, last: DateTime) =>
    read<Calendar>(`scheduling/calendar?first=${first.toISODate()!}&last=${last.toISODate()!}&timeZone=${zone}`);
  const monday = DateTime.now().setZone(zone).startOf("week");

  /** A week in which nothing is yet, and all five days are worked. */
  const week = await test.step("a week is filled", async () => {
    const ahead = await between(monday.plus({ weeks: 2 }), monday.plus({ weeks: 10 }));
    const isWorked = (day: DateTime) =>
      ahead.people[0]!.hours.some(({ startsAt }) => DateTime.fromMillis(startsAt, { zone }).hasSame(day, "day"));
    const isFree = (from: DateTime) =>
      !ahead.sessions.some(
        ({ startsAt }) => DateTime.fromISO(startsAt) > from && DateTime.fromISO(startsAt) < from.plus({ weeks: 1 }),
      );
    const found = [2, 3, 4, 5, 6, 7, 8, 9]
      .map((weeks) => monday.plus({ weeks }))
      .find((from) => isFree(from) && [0, 1, 2, 3, 4].every((days) => isWorked(from.plus({ days }))))!;
    const { programmes, types } = await read<{ programmes: { id: string }[]; types: { id: string; name: string }[] }>(
      "scheduling/bookableProgrammes",
    );
    const typeId = types.find(({ name }) => name === "Coaching")!.id;
    const booked = [
      [0, 9, 0],
      [0, 10, 30],
      [2, 11, 0],
      [4, 9, 0],
    ] as const;
    for (const [place, [days, hour, minute]] of booked.entries())
      await send("scheduling/book", {
        ...{ typeId, programmeId: programmes[place]!.id, anyway: true },
        startsAt: found.plus({ days }).set({ hour, minute }).toUTC().toISO(),
      });
    return found;
  });
  const session = (words: string) => page.getByRole("link", { name: new RegExp(`Coaching, ${words}`) });
  const screen = page.viewportSize()!;
  const status = page.locator("main [role=status]").last();

  await signInAsDemo(page, "Consultant");
  await page.goto(`${calendar}?view=week&date=${week.toISODate()!}`);

  await test.step("printed, the week with all hours stands on one sheet, and nothing beside it", async () => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(sheet);
    await page.goto(`${calendar}?view=week&date=${week.toISODate()!}&hours=all`);
    await expect(session("Mon .* 09:00 to 10:00")).toBeVisible();
    for (const place of await page.locator("[data-slot=session]").all()) {
      const box = (await place.boundingBox())!;
      expect(box.x + box.width, "sideways").toBeLessThanOrEqual(sheet.width);
      expect(box.y + box.height, "downwards").toBeLessThanOrEqual(sheet.height);
    }
    await expect(page.getByText("Judith Okafor-Lindqvist · Times in Zurich")).toBeVisible();
    for (const role of ["navigation", "banner", "button", "status"] as const)
      await expect(page.getByRole(role).filter({ hasText: /\S/ })).toHaveCount(0);
    const file = await page.pdf({ format: "A4" });
    expect(file.toString("latin1").match(/\/Type \/Page\b/g), "sheets").toHaveLength(1);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(screen);
    await page.goto(`${calendar}?view=week&date=${week.toISODate()!}`);
  });

  await test.step("a session is dragged to the afternoon, and taken back", async () => {
    await drag(page, session("Mon .* 09:00 to 10:00"), { y: 280 });
    await expect(session("Mon .* 14:00 to 15:00")).toBeVisible();
    await expect(page.getByText(/ is moved to Mon/).last()).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(session("Mon .* 09:00 to 10:00")).toBeVisible();
  });

  await test.step("where another one is, it says so and stays", async () => {
    await drag(page, session("Mon .* 09:00 to 10:00"), { y: 84 });
    await expect(page.getByText(/stays where it was\. This time is taken/).last()).toBeVisible();
    await expect(session("Mon .* 09:00 to 10:00")).toBeVisible();
  });

  await test.step("one is moved by keys, which is told as it happens", async () => {
    await session("Wed .* 11:00 to 12:00").focus();
    await page.keyboard.press("m");
    await expect(status).toContainText("is taken up");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await expect(status).toContainText(/Thu .* 11:30 to 12:30/);
    await page.keyboard.press("Escape");
    await expect(status).toContainText("Put back");
    await page.keyboard.press("m");
    // Thursday is taken by a calendar outside.
    for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await expect(session("Fri .* 11:00 to 12:00")).toBeVisible();
    await expect(page.getByText(/ is moved to Fri .*, 11:00/).last()).toBeVisible();
    await expect(session("Fri .* 11:00 to 12:00, Zurich time$"), "drawn anew in another day").toBeFocused();
    await expect(page.getByRole("group", { name: "Calendar" })).toHaveAccessibleDescription(/M takes it up/);
    await expect(page.getByRole("list", { name: /^Fri .*, 2 sessions, Judith/ })).toBeVisible();
  });

  await test.step("in a month it is moved by keys as well, and each day says how many stand there", async () => {
    const id = (await session("Fri .* 11:00 to 12:00").getAttribute("data-session"))!;
    const moved = page.locator(`[data-session="${id}"]`);
    await page.goto(`${calendar}?view=month&date=${week.toISODate()!}`);
    const day = (days: number, count: string) =>
      page.getByRole("heading", { name: `${week.plus({ days }).toFormat("cccc d LLLL")}, ${count}` });
    await expect(day(4, "2 sessions")).toBeVisible();
    await moved.focus();
    for (const key of ["m", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    await expect(status).toContainText(/Wed .* 11:00 to 12:00/);
    await page.keyboard.press("Enter");
    await expect(moved).toHaveAccessibleName(/Wed .* 11:00 to 12:00, Zurich time$/);
    await expect(moved).toBeFocused();
    await expect(page.getByText(/ is moved to Wed .*, 11:00/).last()).toBeVisible();
    await expect(day(2, "1 session")).toBeVisible();
    for (const key of ["m", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await expect(page.getByText(/ is moved to Fri .*, 11:00/).last()).toBeVisible();
    await expect(moved).toHaveAccessibleName(/Fri .* 11:00 to 12:00, Zurich time$/);
    await expect(moved).toBeFocused();
    await page.goto(`${calendar}?view=week&date=${week.toISODate()!}`);
  });

  await test.step("one is made longer by its end", async () => {
    await drag(
      page,
      page.locator("[data-slot=session]").filter({ has: session("Fri .* 09:00 to 10:00") }),
      { y: 14 },
      "end",
    );
    await expect(session("Fri .* 09:00 to 10:15")).toBeVisible();
    await expect(page.getByText(/ is moved to Fri .*, 09:00/).last()).toBeVisible();
  });

  await test.step("how a session went is put right on its page", async () => {
    const { sessions } = await between(monday.minus({ weeks: 4 }), monday.plus({ days: 6 }));
    const held = sessions.find(({ state }) => state === "done")!;
    await page.goto(`${calendar}/${held.id}`);
    await expect(page.getByRole("heading", { name: "How did it go?" })).toBeVisible();
    await page.getByRole("group", { name: "Who came?" }).getByRole("checkbox").first().uncheck();
    await page.getByRole("button", { name: "Save how it went" }).click();
    await expect(page.getByText("Missed", { exact: true }).first()).toBeVisible();
  });
});
