import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey";
import { followMailedLink } from "./support/mailbox";
import { signInAsDemo } from "./support/sign-in";

const asked = ["Berit Solheim", "Anton Kessler", "Noor Aziz"];

/** Chooses a level for every competency, part by part, writes a sentence, and hands in. */
async function answerAll(page: Page, sentence: string): Promise<void> {
  await page.getByRole("button", { name: "Begin" }).click();
  for (let part = 1; part <= 6; part += 1) {
    await expect(page.getByRole("heading", { name: new RegExp(`^Part ${part} of 7`) })).toBeVisible();
    const fields = page.getByRole("group");
    await expect(fields).toHaveCount(4);
    for (const field of await fields.all()) await field.getByRole("radio").nth(3).check();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(page.getByText("24 of 24 answered")).toBeVisible();
  await page.getByLabel(/go on doing/).fill(sentence);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

test("three people are asked for feedback by mail, and results appear with the third answer, not before", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);

  await test.step("the executive asks three people", async () => {
    await signInAsDemo(page, "Executive");
    await page.goto("/alder-quay/my-programme");
    await page.getByRole("link", { name: "Competencies", exact: true }).click();
    await page.getByRole("link", { name: "Ask for feedback" }).click();
    await page
      .getByRole("button", { name: /^Remove/ })
      .last()
      .click();
    for (const [at, name] of asked.entries()) {
      const person = page.getByRole("group", { name: `Person ${at + 1}` });
      await person.getByLabel("Name").fill(name);
      await person.getByLabel("E-mail").fill(`${name.replace(" ", ".").toLowerCase()}@elsewhere.example`);
      await person.getByLabel("Is to you").selectOption("peer");
    }
    await page.getByRole("button", { name: "Send the requests" }).click();
    await expect(page.getByText(/^0 of 3 have answered/)).toBeVisible();
  });
  const round = page.url();

  for (const [at, name] of asked.entries())
    await test.step(`${name} answers by the link of the mail, without an account`, async () => {
      const context = await browser.newContext({ baseURL });
      const theirs = await followMailedLink(await context.newPage(), name, "Give your view");
      await expect(theirs.getByText("Who sees what")).toBeVisible();
      await answerAll(theirs, `A sentence of number ${at + 1}.`);
      await context.close();
      await page.goto(round);
      if (at < 2) {
        await expect(page.getByText(new RegExp(`^${at + 1} of 3 have answered`))).toBeVisible();
        await expect(page.getByText("A sentence of number")).toHaveCount(0);
      }
    });

  await test.step("what they said appears together, and nobody's name beside it", async () => {
    await expect(page.getByText("3 of 3 answered. Everybody who was asked is done.")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Peers · 3" })).toBeVisible();
    await expect(page.getByText(/A sentence of number \d/)).toHaveCount(3);
  });
});
