import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

test("a saved view is shared and used by a colleague, who hands programmes over from it and is told what was left out", async ({
  page,
  browser,
  baseURL,
}) => {
  await test.step("the consultant saves what they see, and shares it", async () => {
    await signInAsDemo(page, "Consultant");
    await page.goto("/alder-quay/programmes?f.state=active,landed&sort=executive");
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByLabel("Name of the view").fill("Searching and landed");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("link", { name: "Searching and landed" })).toHaveAttribute("aria-current", "page");
    await page.getByRole("button", { name: "Change the view “Searching and landed”" }).click();
    await page.getByRole("menuitem", { name: "Share view" }).click();
    await page.getByRole("radio", { name: "Everybody in the organisation" }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("The view “Searching and landed” is shared.")).toBeVisible();
  });

  const context = await browser.newContext({ baseURL });
  const hers = await context.newPage();

  await test.step("the administrator opens it and chooses two programmes", async () => {
    await signInAsDemo(hers, "Administrator");
    await hers.goto("/alder-quay/programmes");
    await hers.getByRole("link", { name: /Searching and landed/ }).click();
    await expect(hers).toHaveURL(/view=/);
    await hers.getByRole("checkbox", { name: "Select Anneliese Hofreiter" }).check();
    await hers.getByRole("checkbox", { name: "Select Émile Castaigne" }).check();
    await hers.getByRole("toolbar", { name: "2 selected" }).getByRole("button", { name: "Hand over" }).click();
  });

  await test.step("what cannot be handed over is said before, and left out", async () => {
    const dialog = hers.getByRole("dialog", { name: "Hand over 2 programmes" });
    const whom = dialog.getByLabel("To whom");
    const others = whom.locator("option:not([disabled])").filter({ hasNotText: "Judith" });
    await whom.selectOption({ label: (await others.first().textContent())! });
    await expect(dialog.getByText("One of 2 can be done")).toBeVisible();
    await expect(dialog.getByText("This programme has ended")).toBeVisible();
    await dialog.getByRole("button", { name: "Hand over 1" }).click();
    await expect(dialog.getByText("1 of 2 are done, one was left out.")).toBeVisible({ timeout: 15_000 });
    await expect(dialog.getByRole("listitem").filter({ hasText: "Émile Castaigne" })).toContainText("has ended");
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await expect(dialog.getByText("Taken back.")).toBeVisible({ timeout: 15_000 });
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(hers.getByRole("toolbar")).toBeHidden();
  });
  await context.close();
});
