import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const title = "a recruiter on a phone: from a requirement to sent resumes in five taps, and what goes into one";

test(title, { tag: "@phone-only" }, async ({ page }) => {
  test.setTimeout(240_000);
  await signInAsDemo(page, "Recruiter");

  await test.step("three taps from a requirement to resumes that are done", async () => {
    await page.goto("/alder-quay/requirements");
    await page.getByRole("link", { name: "Cloud Engineer" }).first().tap();
    await page.getByRole("button", { name: "Tailor resumes" }).tap();
    const all = page.getByRole("checkbox", { name: "All of them" });
    await expect(all).toBeVisible();
    // Who fits is ticked already; so that the journey does not hang on who that is, one more is.
    await page.getByRole("dialog").getByRole("checkbox").nth(1).check();
    await page.getByRole("button", { name: /^Tailor \d+ resumes?$/ }).tap();
    await expect(page).toHaveURL(/\/tailoring\/[0-9a-f-]{36}$/, { timeout: 30_000 });
    await expect(page.locator("[data-slot=tailoring-batch]")).toHaveAttribute("data-running", "false", {
      timeout: 60_000,
    });
    await expect(page.locator("[data-state=done]").first()).toBeVisible();
    await expect(page.getByRole("link", { name: /^Send \d+ resumes?$/ })).toBeVisible();
  });

  const batch = page.url();
  await test.step("all of them come as one file", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download all as ZIP" }).tap();
    expect((await download).suggestedFilename()).toMatch(/^resumes .*\.zip$/);
  });

  await test.step("the document is shown with its new lines, numbered as in the plan", async () => {
    await page.locator("[data-state=done]").first().getByRole("link").tap();
    await expect(page.locator("[data-slot=point]").first()).toBeVisible();
    const points = await page.locator("[data-slot=point]").count();
    await page.getByRole("button", { name: /^Resume/ }).tap();
    await expect(page.locator("[data-slot=document] .lf-number")).toHaveCount(points, { timeout: 20_000 });
    await page.locator("[data-slot=document] .lf-number").first().tap();
    await expect(page.locator("[data-slot=point]").first()).toBeInViewport();
  });

  await test.step("a point is left out, and put back", async () => {
    const before = await page.locator("[data-slot=point]").first().innerText();
    await page.getByRole("button", { name: "Leave point 1 out" }).tap();
    await expect(page.getByText("Left out by you.").or(page.getByText("Taken out by hand.")).first()).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).last().tap();
    await expect(page.locator("[data-slot=point]").first()).toHaveText(before, { timeout: 15_000, useInnerText: true });
  });

  await test.step("a point is moved by keys, and its way is said", async () => {
    const grips = page.locator("[data-grip]");
    const held = await grips.first().getAttribute("data-grip");
    await grips.first().focus();
    await page.keyboard.press("Space");
    await expect(page.getByText(/^Point 1 picked up/)).toBeAttached();
    await page.keyboard.press("End");
    await page.keyboard.press("Space");
    await expect(page.getByText(/^Point 1 dropped/)).toBeAttached();
    const moved = page.locator(`[data-slot=point][data-point="${held}"]`);
    await expect(moved.getByText("Placed by you.")).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole("button", { name: /^Apply \d+ points?$/ }).last()).toBeVisible();
  });

  await test.step("two more taps, and each is on its way in a letter of its own, once", async () => {
    await page.goto(batch);
    await page.getByRole("link", { name: /^Send \d+ resumes?$/ }).tap();
    const send = page.getByRole("button", { name: /^Send \d+ letters$/ });
    const letters = Number(/\d+/.exec(await send.innerText())![0]);
    await send.tap();
    await expect(page.getByText(`${letters} letters are on their way.`)).toBeVisible({ timeout: 20_000 });
    await page.goto(batch);
    await page.getByRole("link", { name: /^Send \d+ resumes?$/ }).tap();
    await expect(page.getByRole("button", { name: "Nothing to send" })).toBeVisible();
  });
});
