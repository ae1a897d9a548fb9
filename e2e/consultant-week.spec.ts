import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const home = "/alder-quay";

/** Who waits, on the home page, with those behind "more" too. */
async function waiting(page: Page) {
  await page.goto(home);
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "Waiting for you" }) });
  const more = section.locator("summary");
  if ((await more.count()) > 0) await more.click();
  return section.getByRole("listitem");
}

test("a consultant's week: who waits is answered from the home page, a call is noted without a network, many are written to", async ({
  page,
  context,
  console,
}) => {
  test.slow();
  await signInAsDemo(page, "Consultant");

  await test.step("Monday begins with who waits; a task with its evidence is signed off", async () => {
    await expect(page.getByText(/people wait for you/)).toBeVisible();
    const row = (await waiting(page)).filter({ hasText: "To sign off" }).first();
    const name = (await row.getByRole("link").first().textContent())!;
    await row.getByRole("link", { name: "Review" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page).toHaveURL(/\/tasks#task-/);
    const task = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await task.getByRole("button", { name: /^Sign off/ }).click();
    await expect(task.getByText(/Signed off by Judith/)).toBeVisible();
  });

  await test.step("a message is answered, and nobody waits for it any more", async () => {
    const asks = (await waiting(page)).filter({ hasText: "Layla Haddad" });
    await asks.getByRole("link", { name: "Answer" }).click();
    await page.getByLabel(/Your message to Layla/).fill("Do not sign it yet. I call you at ten.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "I call you at ten." })).toBeVisible();
    await expect(
      (await waiting(page)).filter({ hasText: "Layla Haddad" }).getByRole("link", { name: "Answer" }),
    ).toHaveCount(0);
  });

  const spoken = `Non-compete: three months, not twelve. Call again on Thursday. ${Date.now()}`;
  const programme =
    await test.step("a call is noted; the network fails, the tab is closed, and nothing is lost", async () => {
      await page.goto(`${home}/programmes?q=Layla`);
      await page.locator("[data-row-link]").first().click();
      await page.getByRole("link", { name: "Tasks", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: /Layla Haddad/ })).toBeVisible();
      const address = new URL(page.url()).pathname.replace(/\/tasks$/, "");
      await page.getByRole("button", { name: "Take notes" }).click();
      const note = page.getByRole("textbox", { name: /Note on Layla/ });
      await note.fill(spoken.slice(0, 20));
      await expect(page.getByText(/^Saved \d/)).toBeVisible();
      await page.getByRole("link", { name: "Plan", exact: true }).click();
      await expect(page).toHaveURL(/\/plan$/);
      await expect(note).toHaveValue(spoken.slice(0, 20));
      console.expectError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
      await context.setOffline(true);
      await note.fill(spoken);
      await expect(page.getByText("Kept on this device; will be saved when you are online.")).toBeVisible();
      return address;
    });
  const tab = await context.newPage();
  await page.close();
  await context.setOffline(false);

  await test.step("back online it is saved by itself, as one note", async () => {
    await tab.goto(`${programme}/notes`);
    await tab.getByRole("button", { name: "Take notes" }).click();
    await expect(tab.getByRole("textbox", { name: /Note on Layla/ })).toHaveValue(spoken);
    await expect(tab.getByText(/^Saved \d/)).toBeVisible();
    await tab.getByRole("complementary").getByRole("button", { name: "Close" }).click();
    await expect(tab.locator("main p").filter({ hasText: spoken })).toHaveCount(1);
    await expect(tab.locator("main p").filter({ hasText: /^Non-compete: three/ })).toHaveCount(1);
  });

  await test.step("N and P go along the list one came from, on the same tab", async () => {
    await tab.goto(`${home}/programmes?f.state=active&sort=-executive`);
    const links = tab.locator("tbody [data-row-link]");
    const names = (await links.allTextContents()).slice(0, 3);
    expect(names).toHaveLength(3);
    // A person looks at a list for a moment: meanwhile the browser has noted which one it is.
    await expect.poll(async () => (await context.cookies()).map(({ value }) => value).join()).toContain("-executive");
    await tab.goto(`${(await links.nth(1).getAttribute("href"))!.split("?")[0]}/notes`);
    await expect(async () => {
      await tab.keyboard.press("?");
      await expect(tab.getByText("Next person of the list")).toBeVisible({ timeout: 1000 });
    }).toPass();
    await tab.keyboard.press("Escape");
    await expect(tab.getByRole("dialog")).toHaveCount(0);
    await expect(tab.locator("[data-slot=neighbours][aria-keyshortcuts]")).toBeVisible();
    await tab.keyboard.press("n");
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(names[2]!);
    await expect(tab).toHaveURL(/\/notes$/);
    await tab.keyboard.press("p");
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(names[1]!);
    await tab.keyboard.press("p");
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(names[0]!);
  });

  await test.step("two of the list are written to at once", async () => {
    await tab.goto(`${home}/programmes?f.state=active`);
    await tab.getByRole("checkbox", { name: "Select Anneliese Hofreiter" }).check();
    await tab.getByRole("checkbox", { name: "Select Camille Delacroix-Mbeki" }).check();
    await tab.getByRole("toolbar", { name: "2 selected" }).getByRole("button", { name: "Message" }).click();
    const dialog = tab.getByRole("dialog", { name: "Write to 2 executives" });
    await dialog.getByLabel("Message").fill("The clinic on Friday begins at nine.");
    await dialog.getByRole("button", { name: "Send to 2" }).click();
    await expect(dialog.getByText("All 2 are done.")).toBeVisible({ timeout: 15_000 });
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("the list goes along as a file, as it is filtered", async () => {
    await tab.getByRole("button", { name: "Export" }).click();
    const [file] = await Promise.all([
      tab.waitForEvent("download"),
      tab.getByRole("menuitem", { name: /CSV/ }).click(),
    ]);
    const rows = (await readFile((await file.path())!, "utf8")).trim().split("\n");
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.join("\n")).toContain("Anneliese Hofreiter");
    expect(rows.join("\n")).not.toContain("Émile Castaigne");
  });
});
