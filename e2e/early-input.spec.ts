import { expect, test } from "./support/journey";
import type { Page } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

/** From now on pages come without their scripts, as over a slow network; the scripts come when the answer is called. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  let come = (): void => {};
  const coming = new Promise<void>((done) => (come = done));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await coming;
    await route.fallback();
  });
  return async () => {
    come();
    await page.unrouteAll({ behavior: "wait" });
  };
}

test("what is done before a page has come to life is done once it has: typed, chosen, sent, pressed", async ({
  page,
}) => {
  await signInAsDemo(page, "Consultant");
  const profile = "/alder-quay/profile";
  let comeToLife = await withoutScripts(page);

  await test.step("typed, chosen and sent", async () => {
    await page.goto(profile, { waitUntil: "commit" });
    await page.getByLabel(/^Place/).fill("Winterthur");
    await page.getByLabel("Dark").check();
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await comeToLife();
    await expect(page.getByText("Your profile is saved.")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${profile}$`));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.reload();
    await expect(page.getByLabel(/^Place/)).toHaveValue("Winterthur");
  });

  await test.step("a browser that had another theme wears the account's without any script", async () => {
    await page.evaluate(() => localStorage.setItem("theme", "light"));
    comeToLife = await withoutScripts(page);
    await page.goto(profile, { waitUntil: "commit" });
    await expect(page.getByLabel(/^Place/)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await comeToLife();
    await expect(page.getByLabel("Dark")).toBeChecked();
  });

  await test.step("pressed, more than once out of impatience", async () => {
    comeToLife = await withoutScripts(page);
    await page.goto(profile, { waitUntil: "commit" });
    const person = page.getByRole("button", { name: /Judith/ }).first();
    await person.click();
    await person.click();
    await comeToLife();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  });
});
