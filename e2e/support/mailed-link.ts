import type { Browser } from "@playwright/test";
import { expect } from "@playwright/test";
import { signInAsDemo } from "./sign-in";

/**
 * Waits until a mail to `address` is in the demo firm's mailbox, as its administrator reads it, and takes the link from it.
 * @param link the part of the link's path that says which it is, such as `/invitation/`
 */
export async function mailedLink(browser: Browser, baseURL: string, address: string, link: string): Promise<string> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signInAsDemo(page, "Administrator");
  let found = "";
  await expect(async () => {
    const list = await page.request.get(`/api/v1/alder-quay/mail/list?q=${encodeURIComponent(address)}`);
    const [mail] = ((await list.json()) as { data: { id: string }[] }).data;
    expect(mail, `a mail to ${address}`).toBeDefined();
    const read = await page.request.get(`/api/v1/alder-quay/mail/one?mailId=${mail?.id}`);
    const { data } = (await read.json()) as { data: { html: string | null } };
    found = new RegExp(`href="([^"]*${link}[^"]*)"`).exec(data.html ?? "")?.[1] ?? "";
    expect(found, `a link with ${link}`).not.toBe("");
  }).toPass({ timeout: 30_000 });
  await context.close();
  return found;
}
