import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test, type Page } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

/** An executive of the demo who lets the company see the own stage, and what only they and their consultant know. */
const named = "Aurelio Santangelo";
const unnamed = "Layla Haddad";

test("a sponsor's HR director goes through the quarter, takes it along, and sees at once what was withdrawn", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(150_000);

  await test.step("the home says how it stands, in figures", async () => {
    await signInAsDemo(page, "Sponsor");
    await expect(page.getByText("Figures over the programmes that Lindqvarn Logistics pays for")).toBeVisible();
    for (const label of ["People", "Landed", "Days to landing", "Satisfaction"])
      await expect(page.getByRole("heading", { name: label, exact: true }).first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText(named);
  });

  await test.step("the contract says what is bought and what is left", async () => {
    await page.getByRole("link", { name: "Contracts", exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: "LQ-2025-17" });
    await expect(row).toBeVisible();
  });

  await test.step("the contracts come as files, with nothing of anybody in them", async () => {
    for (const format of ["CSV", "XLSX"]) {
      await page.getByRole("button", { name: /Export/ }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: new RegExp(format) }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      const text =
        format === "XLSX"
          ? Object.values(unzipSync(bytes))
              .map((part) => Buffer.from(part).toString("utf8"))
              .join("\n")
          : bytes.toString("utf8");
      expect(text).toContain("LQ-2025-17");
      for (const name of [named, unnamed]) expect(text).not.toContain(name);
    }
  });

  const report = await test.step("the report tells the quarter, the one before, stages and contracts", async () => {
    await page.getByRole("link", { name: "Home", exact: true }).click();
    await page.getByRole("link", { name: "Open the report" }).click();
    await expect(page.getByRole("heading", { name: "Lindqvarn Logistics" })).toBeVisible();
    await expect(page.getByText(/^In this quarter/)).toBeVisible();
    const now = await quarterOf(page);
    await page
      .getByRole("link", { name: /^Q\d of \d{4}$/ })
      .nth(1)
      .click();
    await expect.poll(() => quarterOf(page)).not.toBe(now);
    await expect(page.getByText("Where people stand")).toBeVisible();
    await expect(page.getByText("LQ-2025-17")).toBeVisible();
    await expect(page.getByRole("main")).toContainText(named);
    await expect(page.getByRole("main")).not.toContainText(unnamed);
    return page.url();
  });

  await test.step("on paper there is the report alone", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await expect(page.getByRole("heading", { name: "Lindqvarn Logistics" })).toBeVisible();
    const paper = await page.pdf();
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("what is private cannot be opened", async () => {
    for (const path of ["programmes", "people", "figures", "messages", "imports", "audit"]) {
      await page.goto(`/alder-quay/${path}`);
      await expect.soft(page.getByRole("heading", { name: "This page is not here" }), path).toBeVisible();
      expect.soft(await page.content(), path).not.toContain(unnamed);
    }
  });

  await test.step("the executive takes the consent back, in another browser", async () => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    const theirs = await context.newPage();
    await signInAsDemo(theirs, "Executive");
    await theirs.getByRole("link", { name: "Programme", exact: true }).click();
    await theirs.waitForURL(/\/programmes\/[0-9a-f-]+/);
    const [programme] = /.*\/programmes\/[0-9a-f-]+/.exec(theirs.url()) ?? [];
    await theirs.goto(`${programme}/consents`);
    const card = theirs.getByRole("heading", { name: "Your stage, for the company that pays" }).locator("../..");
    await card.getByRole("button", { name: "Take back" }).click();
    await expect(theirs.getByText("Taken back. Nobody sees it any more.")).toBeVisible();
    await context.close();
  });

  await test.step("and it is gone with the next page", async () => {
    await page.goto(report);
    await expect(page.getByText("Where people stand")).toBeVisible();
    expect(await page.content()).not.toContain(named);
    await page.getByRole("link", { name: "Home", exact: true }).click();
    await expect(page.getByText("Figures over the programmes that Lindqvarn Logistics pays for")).toBeVisible();
    expect(await page.content()).not.toContain(named);
  });
});

const quarterOf = (page: Page) => page.getByText(/^In this quarter/).textContent();
