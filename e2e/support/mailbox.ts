import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/**
 * Follows the link of a mail as a person of the demo does: opens the mailbox, looks for the recipient, opens the mail when it has
 * arrived, and clicks.
 * @param name of the recipient
 * @param link its words in the mail
 * @returns the new tab that the link opened
 */
export async function followMailedLink(page: Page, name: string, link: string): Promise<Page> {
  await page.goto("/mailbox");
  const list = page.getByRole("region", { name: "Mails" });
  const mail = list.getByRole("link", { name });
  await expect(async () => {
    await list.getByRole("searchbox").fill(name);
    await list.getByRole("button", { name: "Search" }).click();
    await expect(mail.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await mail.first().click();
  const opened = page.waitForEvent("popup");
  await page.frameLocator("iframe").getByRole("link", { name: link }).click();
  return opened;
}
