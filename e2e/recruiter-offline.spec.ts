import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const home = "/alder-quay";

/** The lists that lie on the device. */
const keptOn = (page: Page) =>
  page.evaluate(async () =>
    (await caches.has("landfall-lists"))
      ? (await (await caches.open("landfall-lists")).keys()).map(({ url }) => new URL(url).pathname)
      : [],
  );

const opened = async (page: Page, list: string) => {
  await page.goto(`${home}/${list}`);
  await expect.poll(() => keptOn(page), { timeout: 30_000 }).toContain(`${home}/${list}`);
};

test("a recruiter moves a card by keys, reads lists without a connection, and leaves nothing behind at signing out", async ({
  page,
  context,
  console,
}) => {
  test.slow();
  await signInAsDemo(page, "Recruiter");

  await test.step("a card is moved by keys and taken back; a step that is not allowed says why", async () => {
    await page.goto(`${home}/submissions`);
    const column = (stage: string) => page.getByRole("region", { name: new RegExp(`^${stage}`) });
    const card = column("Draft").getByRole("listitem").first();
    const name = (await card.getByRole("link").textContent())!;
    await card.getByRole("link").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(column("Tailored").getByRole("link", { name })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(column("Draft").getByRole("link", { name })).toBeVisible();
    await column("Offer").getByRole("listitem").first().getByRole("link").focus();
    await page.keyboard.press("Alt+ArrowRight");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("How it ended").selectOption("Rejected");
    await dialog.getByRole("button", { name: "End it" }).click();
    await expect(dialog.getByText("Say why it ended.")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("without a connection the lists that were seen open, to be read only", async () => {
    await opened(page, "requirements");
    await opened(page, "candidates");
    console.expectError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
    await context.setOffline(true);
    await page.goto(`${home}/requirements`);
    await expect(page.getByText(/^No connection\. This is how it looked on /)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Requirements" })).toBeVisible();
    await expect(page.getByRole("searchbox").first()).toBeDisabled();
    await page.goto(`${home}/points`);
    await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
    await expect(page.getByRole("link", { name: /Candidates/ })).toBeVisible();
  });

  await test.step("with a connection nothing of it is shown, and signing out forgets it", async () => {
    await context.setOffline(false);
    await page.goto(`${home}/requirements`);
    await expect(page.getByText(/^No connection/)).toHaveCount(0);
    console.expectError(/401/);
    await context.clearCookies();
    await page.goto(`${home}/requirements`);
    await expect(page).toHaveURL(/\/sign-in/);
    await expect.poll(() => keptOn(page)).toEqual([]);
  });
});
