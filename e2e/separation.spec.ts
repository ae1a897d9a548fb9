import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey";
import { followMailedLink } from "./support/mailbox";
import { signInAsDemo } from "./support/sign-in";

const event = "Velmont furnace, autumn";
const judith = "judith.okafor@alder-quay.example";

/** Twenty-five people as the company's HR lists them; the first three are to be with Judith. */
const people = Array.from({ length: 25 }, (_, at) => ({
  name: `${["Ansgar", "Bettina", "Corentin", "Dorothea", "Edwin"][at % 5]!} Velmont-${String.fromCharCode(65 + at)}`,
  email: `person${at}@velmont.example`,
  role: ["Shift Leader", "Head of Planning", "Site Controller"][at % 3]!,
  consultant: at < 3 ? judith : "",
  language: at % 2 === 0 ? "de" : "fr",
}));

/** The list as a file; somebody typed one address wrongly. */
const listOf = (wrong: boolean) =>
  [
    "Employee;Private email;Job title;Coach;Sprache",
    ...people.map(({ name, email, role, consultant, language }, at) =>
      [name, wrong && at === 11 ? "person11(at)velmont" : email, role, consultant, language].join(";"),
    ),
  ].join("\r\n");

async function importList(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole("link", { name: /^Import a file/ }).click();
  await expect(page.getByText(`Everybody in the file goes on the list of ${event}.`)).toBeVisible();
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Check the rows" }).click();
}

/** A figure of the page by its label, as a number. */
const figure = (page: Page, label: string) =>
  page.getByRole("heading", { level: 3, name: label, exact: true }).locator("xpath=following-sibling::p[1]");

async function act(page: Page, name: string): Promise<void> {
  await page.locator("[data-slot=record-header]").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("a company lets twenty-five people go: list, invitations, seats, a landing, one that falls through, one who goes another way", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000);

  await test.step("the company and its contract over thirty seats", async () => {
    await signInAsDemo(page, "Administrator");
    await page.goto("/alder-quay/sponsors");
    await page.getByRole("link", { name: "New sponsor" }).click();
    await page.getByLabel("Name").fill("Velmont Glass");
    await page.getByLabel("Industry").fill("Packaging");
    await page.getByLabel("Place").fill("Basel");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Velmont Glass" })).toBeVisible();
    await page.getByRole("link", { name: "New contract" }).first().click();
    await page.getByLabel("Contract number").fill("VG-2026-01");
    await page.getByLabel("Seats").fill("30");
    await page.getByLabel("Price of a seat").first().fill("9500");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "VG-2026-01" })).toBeVisible();
  });
  const contract = page.url();

  await test.step("the day on which they are told", async () => {
    await page.goto("/alder-quay/separations/new");
    await page.getByLabel("Name", { exact: true }).fill(event);
    await page.getByLabel("Contract").selectOption({ label: "Velmont Glass · VG-2026-01 · 30 seats left" });
    await page.getByLabel("Day of the hand-over").fill(`1 December ${new Date().getFullYear() + 1}`);
    await page.getByLabel("Place").fill("Basel, gate 2");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: event })).toBeVisible();
  });
  const day = page.url();

  await test.step("the company's file comes in, but for the row with a wrong address", async () => {
    await importList(page, "Velmont.csv", listOf(true));
    await expect(page.getByText("24 ready")).toBeVisible();
    await expect(page.getByText("person11(at)velmont")).toBeVisible();
    await page.getByRole("button", { name: "Import 24" }).click();
    await expect(page.getByText("24 people on the list imported.")).toBeVisible({ timeout: 40_000 });
  });

  await test.step("mended, the same file brings that row alone", async () => {
    await page.goto(day);
    await expect(figure(page, "People")).toHaveText(/^24/);
    await importList(page, "Velmont mended.csv", listOf(false));
    await expect(page.getByText("1 ready")).toBeVisible();
    await expect(page.getByText("24 seen before, left out")).toBeVisible();
    await page.getByRole("button", { name: "Import 1" }).click();
    await expect(page.getByText("1 person on the list imported.")).toBeVisible({ timeout: 40_000 });
  });

  await test.step("who has no consultant gets the one that fits, and the page says why", async () => {
    await page.goto(day);
    await expect(figure(page, "People")).toHaveText(/^25/);
    await expect(page.getByText(/^Suggested: .+ speaks (German|French), .+\.$/).first()).toBeVisible();
    await page.getByRole("button", { name: "Choose all suggestions" }).click();
    await expect(page.getByText("25 have a consultant")).toBeVisible();
    await expect(page.getByText(/^Suggested: /)).toHaveCount(0);
  });

  await test.step("all are invited at once, and keep a seat each", async () => {
    await page.getByRole("button", { name: "Invite all 25 who are ready" }).click();
    const question = page.getByRole("dialog", { name: /^Invite 25 people of/ });
    // They are told on a day to come: whoever sends now is warned.
    await expect(question.getByText(/^25 of them are told later/)).toBeVisible();
    await question.getByRole("button", { name: "Send 25 mails" }).click();
    await expect(page.getByText("of 25 invited")).toBeVisible({ timeout: 30_000 });
    await expect(figure(page, "Seats left")).toHaveText(/^5/);
    await page.goto(contract);
    await expect(figure(page, "Activated")).toHaveText(/^0/);
    await expect(figure(page, "Invited")).toHaveText(/^25/);
    await expect(page.getByText(/^Nothing yet\. A seat is billed/)).toBeVisible();
  });

  for (const { name } of people.slice(0, 2))
    await test.step(`${name} accepts by mail`, async () => {
      const context = await browser.newContext({ baseURL });
      const theirs = await followMailedLink(await context.newPage(), name, "Open your place");
      await theirs.getByLabel(/^(New )?password$/i).fill("a kiln that went cold");
      await theirs.getByRole("button", { name: "Accept the invitation" }).click();
      await theirs.getByRole("button", { name: "Accept and begin" }).click();
      await expect(theirs.getByText("Your next step")).toBeVisible();
      await context.close();
    });

  const desk = await browser.newContext({ baseURL });
  const hers = await desk.newPage();
  const open = async (name: string) => {
    await hers.goto(day);
    await hers.getByRole("link", { name }).click();
    await expect(hers.getByRole("heading", { level: 1, name })).toBeVisible();
  };

  await test.step("their consultant activates them, and both land", async () => {
    await signInAsDemo(hers, "Consultant");
    for (const { name } of people.slice(0, 2)) {
      await open(name);
      await act(hers, "Activate");
      await hers.getByRole("button", { name: "Activate" }).click();
      await expect(hers.getByText("The programme is active.")).toBeVisible();
      await act(hers, "Record landing");
      await hers.getByLabel("Title").fill("Plant Manager");
      await hers.getByLabel("Employer").fill("Harbourline Glass");
      await hers.getByRole("button", { name: "Record landing" }).click();
      await expect(hers.getByText("Landing recorded.")).toBeVisible();
    }
    await hers.goto(day);
    await expect(figure(hers, "Landed")).toHaveText(/^2/);
  });

  await test.step("one landing falls through: what that changes is said before, and the programme goes on", async () => {
    await open(people[1]!.name);
    await act(hers, "Reopen");
    await expect(hers.getByText("The landing as Plant Manager at Harbourline Glass no longer counts.")).toBeVisible();
    await expect(hers.getByText(/^3 check-ins after the landing are dropped/)).toBeVisible();
    const rate = /^Landed among the programmes that ended: now (\d+) of (\d+), then (\d+) of (\d+)\.$/;
    const [, landed, ended, landedThen, endedThen] = rate.exec((await hers.getByText(rate).textContent()) ?? "") ?? [];
    expect([Number(landedThen), Number(endedThen)]).toEqual([Number(landed) - 1, Number(ended) - 1]);
    expect(Number(landed)).toBeGreaterThan(1);
    await hers.getByLabel("Reason").fill("The company withdrew the offer.");
    await hers.getByRole("button", { name: "Reopen" }).click();
    await expect(hers.getByText("The programme goes on.")).toBeVisible();
    await expect(hers.getByText("Active", { exact: true }).first()).toBeVisible();
  });

  await test.step("its page shows that it fell through and why, and no figure counts it any more", async () => {
    await expect(hers.getByText("A landing fell through")).toBeVisible();
    await hers.getByRole("link", { name: "Landing", exact: true }).click();
    await expect(hers.getByRole("heading", { name: "Plant Manager at Harbourline Glass" })).toBeVisible();
    await expect(hers.getByText(/It counts in no figure\.$/)).toBeVisible();
    await expect(hers.getByText("The company withdrew the offer.")).toBeVisible();
    await hers.getByRole("link", { name: "History", exact: true }).click();
    await expect(hers.getByText("Landing at Harbourline Glass fell through, the programme goes on")).toBeVisible();
    await hers.goto(day);
    await expect(figure(hers, "Landed")).toHaveText(/^1/);
    const year = new Date().getFullYear();
    await hers.goto(
      `/alder-quay/figures/landing-rate?f.behind=landing-rate:${year - 1}-01-01..${year}-12-31&q=Velmont`,
    );
    await expect(hers.getByRole("link", { name: people[0]!.name })).toBeVisible();
    await expect(hers.getByRole("link", { name: people[1]!.name })).toHaveCount(0);
  });

  await test.step("the other landing is corrected, and takes its contract", async () => {
    await open(people[0]!.name);
    await hers.getByRole("link", { name: "Landing", exact: true }).click();
    await hers.setInputFiles("input[type=file]", {
      ...{ name: "Contract.txt", mimeType: "text/plain", buffer: Buffer.from("Contract of employment") },
    });
    await expect(hers.getByRole("link", { name: "Contract.txt", exact: true })).toBeVisible();
    await hers.getByRole("link", { name: "Correct" }).click();
    await hers.getByLabel("Title").fill("Plant Director");
    await hers.getByLabel("Pay a year", { exact: true }).fill("180000");
    await hers.getByLabel("Last pay a year").fill("150000");
    await expect(hers.getByText("120% of the last pay. Figures count it so.")).toBeVisible();
    await hers.getByRole("button", { name: "Save" }).click();
    await expect(hers.getByText("Landing corrected.")).toBeVisible();
    await expect(hers.getByText("120%")).toBeVisible();
    await hers.getByRole("link", { name: "History", exact: true }).click();
    await expect(hers.getByText(/^Landing corrected: Title/)).toBeVisible();
  });

  await test.step("a third goes back to the company, and the seat is free again", async () => {
    await open(people[2]!.name);
    await act(hers, "Withdraw");
    await hers.getByLabel("Reason").selectOption({ label: "Back to the company." });
    await hers.getByRole("button", { name: "Withdraw" }).click();
    await expect(hers.getByText("The programme is withdrawn.")).toBeVisible();
  });
  await desk.close();

  await test.step("seats, bill and figures say the same in the end", async () => {
    await page.goto(contract);
    await expect(figure(page, "Activated")).toHaveText(/^2/);
    await expect(figure(page, "Invited")).toHaveText(/^22/);
    await expect(figure(page, "Left")).toHaveText(/^6/);
    await expect(page.getByText("2 seats", { exact: true })).toBeVisible();
    await expect(page.getByText("CHF 19,000")).toBeVisible();
    await page.goto(day);
    await expect(figure(page, "Landed")).toHaveText(/^1/);
    await expect(page.getByText("of 25 invited")).toBeVisible();
    const standings = page.getByRole("listitem").filter({ hasText: "Velmont-" });
    await expect(standings).toHaveCount(25);
    for (const [state, count] of [
      ["Landed", 1],
      ["Active", 1],
      ["Withdrawn", 1],
      ["Invited", 22],
    ] as const)
      await expect(standings.filter({ has: page.getByText(state, { exact: true }) })).toHaveCount(count);
  });
});
