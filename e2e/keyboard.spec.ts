import type { Locator } from "@playwright/test";
import { expect, test } from "./support/journey";
import type { Page } from "./support/journey";

/** Presses Tab until `target` has the focus, as a person without a mouse does. Refuses to go on for ever. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target.toString()}.`);
}

test("the main path by keyboard alone: sign in, caseload, a programme, a task added and ticked off", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await tabTo(page, page.getByRole("button", { name: /Career consultant/ }).first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/alder-quay$/);

  await test.step("the first Tab offers to skip the menu", async () => {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  });

  await test.step("the caseload, from row to row", async () => {
    await tabTo(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Caseload/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Caseload" })).toBeVisible();
    const rows = page.locator("tbody [data-row-link]");
    await expect(page.locator("[data-slot=data-table][aria-keyshortcuts]")).toBeVisible();
    await page.keyboard.press("j");
    await expect(rows.nth(0)).toBeFocused();
    await page.keyboard.press("j");
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(rows.nth(0)).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Open as page" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/programmes\/[0-9a-f-]{36}$/);
  });

  const title = "Send the list of references";
  await test.step("a task is added", async () => {
    await tabTo(page, page.getByRole("link", { name: "Tasks", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Add task" }));
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("What is to be done?")).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Task added.")).toBeVisible();
  });

  await test.step("and ticked off", async () => {
    await tabTo(page, page.getByRole("checkbox", { name: `Mark “${title}” as done` }));
    await page.keyboard.press("Space");
    await expect(page.getByText(`Done: ${title}`)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: `Mark “${title}” as open` })).toBeChecked();
  });
});
