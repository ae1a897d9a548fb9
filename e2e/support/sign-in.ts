import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** Signs in with e-mail and password, as a person does, and waits until the workspace is there. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await arrived(page);
}

/**
 * Sits down at a desk of the demo firm with one click.
 * @param role as the sign-in page names it: “Consultant”, “Executive”
 */
export async function signInAsDemo(page: Page, role: string): Promise<void> {
  await page.goto("/sign-in");
  const desks = page.getByRole("region", { name: "Look around first" });
  await desks
    .getByRole("button", { name: new RegExp(role, "i") })
    .first()
    .click();
  await arrived(page);
}

async function arrived(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expect(page.getByRole("main")).toBeVisible();
}
