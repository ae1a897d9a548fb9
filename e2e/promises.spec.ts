import { apiOf } from "./support/api-of";
import { at } from "./support/desks";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const policies = "/alder-quay/settings/policies";

test("a promise of two minutes warns, is missed, is passed on, and says why; withdrawn, it holds no more", async ({
  page,
  browser,
  installation,
}) => {
  test.setTimeout(420_000);
  const administrator = apiOf(await at("administrator", installation.url));
  const executive = apiOf(await at("executive", installation.url));
  const [programme] = await executive.read<{ id: string }[]>("programmes/own");
  const { package: taken } = await administrator.read<{ package: { name: string } }>(
    `programmes/one?id=${programme!.id}`,
  );
  const consultantSays = async (body: string) =>
    apiOf(await at("consultant", installation.url)).send("messages/send", {
      ...{ programmeId: programme!.id, body, clientKey: crypto.randomUUID() },
    });
  // What was asked before is answered, so that the next message begins to wait.
  await consultantSays("Thank you for the papers.");

  await test.step("a calendar in which work is done at all hours, so that nothing waits for the morning", async () => {
    const { id: calendarId } = await administrator.send("business-time/addCalendar", { name: "Day and night" });
    await administrator.send("business-time/setHours", {
      ...{ calendarId, expectedVersion: 1, validFrom: "", timeZone: "UTC", country: "", region: "" },
      ...{
        week: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
        workedHolidays: [],
        ownHolidays: [],
      },
    });
    // It begins as the usual calendar is, which rests between the years.
    const { days } = await administrator.read<{ days: { id: string }[] }>(`business-time/one?id=${calendarId}`);
    for (const { id } of days) await administrator.send("business-time/removeDay", { id });
  });

  await signInAsDemo(page, "Administrator");
  await test.step("an administrator promises an answer within two minutes, and reads what that changes", async () => {
    await page.goto(`${policies}/new`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Give it a name.").first()).toBeVisible();
    await expect(page.getByText("A policy promises something.").first()).toBeVisible();
    await page.getByLabel("Name").fill("At once");
    await page.getByLabel("Packages: All of them …").selectOption(taken.name);
    await page.getByRole("checkbox", { name: "Answer to a message" }).check();
    // Two minutes: a sweep each minute comes between the warning and the breach, whenever the message is written.
    await page.getByLabel("Within hours").fill("0.04");
    await page.getByRole("button", { name: "80 %" }).click();
    await page.getByRole("button", { name: "Tell somebody" }).click();
    await page.getByLabel("After hours of work").fill("0");
    await page.getByLabel("Calendar").selectOption("Day and night");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("It is promised.").last()).toBeVisible();
    await expect(page.getByRole("link", { name: "At once" })).toBeVisible();
  });

  const desk = await browser.newContext({ baseURL: installation.url });
  const consultant = await desk.newPage();
  await test.step("an executive writes; the consultant is warned, then told that it is late", async () => {
    await executive.send("messages/send", {
      programmeId: programme!.id,
      body: "May I call you about the offer?",
      clientKey: crypto.randomUUID(),
    });
    await signInAsDemo(consultant, "Consultant");
    await expect(async () => {
      await consultant.goto("/alder-quay/notifications");
      await expect(consultant.getByText(/Answer to .*: 50 % of the time has passed/).first()).toBeVisible({
        timeout: 1000,
      });
    }).toPass({ timeout: 140_000 });
    await expect(async () => {
      await consultant.goto("/alder-quay/notifications");
      await expect(consultant.getByText(/Answer to .*: the time is over/).first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 130_000 });
    await expect(consultant.getByText(/50 % of the time has passed/)).toHaveCount(1);
  });

  await test.step("who looks after all promises hears of it, and reads why it was due then", async () => {
    await expect(async () => {
      await page.goto("/alder-quay/notifications");
      await expect(page.getByText(/Answer to .*: missed some time ago/).first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 130_000 });
    await page.goto("/alder-quay/clocks");
    await page
      .getByRole("link", { name: /Late or at risk/ })
      .first()
      .click();
    const pressing = page.locator("[data-slot=card]").filter({ hasText: "Promises that press" });
    await expect(pressing.getByText(/late by 0?.*min/).first()).toBeVisible();
    await page.goto("/alder-quay/clocks");
    await page.locator("tbody [data-row-link]").first().click();
    await expect(page.getByText("At once")).toBeVisible();
    const history = page.locator("[data-slot=card]").filter({ hasText: "Why it is due then" });
    for (const words of [/It began: a message/, /50 % of the time had passed/, /The time was over/, /are told/])
      await expect(history.getByText(words).first()).toBeVisible();
    await expect(history.getByText(/Hours of work in UTC/)).toBeVisible();
  });

  await test.step("the answer ends it, and it stays missed", async () => {
    await consultantSays("Of course, call me.");
    await page.reload();
    await expect(page.getByText(/It ended: a message/)).toBeVisible();
    await page.goto("/alder-quay/clocks/compliance?by=policy");
    await expect(page.getByRole("rowheader", { name: "At once" })).toBeVisible();
    await page
      .getByRole("row", { name: /At once/ })
      .getByRole("link", { name: "1" })
      .click();
    await expect(page.getByText("Missed").first()).toBeVisible();
  });

  await test.step("withdrawn, it holds for nothing new", async () => {
    await page.goto(policies);
    await page.getByRole("link", { name: "At once" }).click();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("It holds for nothing new any more.").last()).toBeVisible();
  });
  await desk.close();
});
