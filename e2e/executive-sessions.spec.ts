import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

test("an executive books, moves and cancels a session on a phone", { tag: "@phone-only" }, async ({ page }) => {
  test.slow();
  await signInAsDemo(page, "Executive");
  const fits = async () => {
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beside, `pixels of ${page.url()} beside the screen`).toBeLessThanOrEqual(0);
  };

  /** Takes a time of the week after the one that is shown; where that is full, the next one that is offered. */
  const takeLater = async (which: "first" | "last") => {
    await page.getByRole("link", { name: "Later" }).tap();
    await expect(page).toHaveURL(/from=/);
    const times = page.getByRole("link", { name: /^\d{1,2}:\d{2}/ });
    const next = page.getByRole("link", { name: "Go there" });
    await expect(times.or(next).first()).toBeVisible();
    await ((await next.isVisible()) ? next : times[which]()).tap();
  };

  await test.step("the next session stands on the home page and leads to the calendar", async () => {
    await expect(page.getByRole("heading", { name: "Your next session" })).toBeVisible();
    await page.getByRole("link", { name: "Calendar", exact: true }).first().tap();
    await expect(page.getByRole("heading", { level: 1, name: "Calendar" })).toBeVisible();
    await fits();
  });

  await test.step("one is booked: what, when, and what it is about", async () => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.headers()["next-action"]) asked.push(request.postData() ?? "");
    });
    await page.getByRole("link", { name: "Book session" }).tap();
    // The calendar has links of the same names.
    await page.waitForURL(/\/sessions\/book/);
    await page.getByRole("link", { name: "Coaching", exact: true }).tap();
    await page.waitForURL(/\/sessions\/book\?.*type=/);
    await takeLater("first");
    await expect(page.getByText(/kept for you until/)).toBeVisible();
    await page.getByLabel(/talk about/).fill("The offer from Ghent.");
    await fits();
    await page.getByRole("button", { name: "Book it" }).tap();
    await expect(page.getByText("The session is booked.").last()).toBeVisible();
    expect(
      asked.filter((body) => body.includes("startsAt")),
      "held once, booked once",
    ).toHaveLength(2);
  });

  const open = async () => {
    await page.goto("/alder-quay/sessions?view=agenda");
    await page.getByRole("link", { name: "Later" }).tap();
    await expect(page).toHaveURL(/date=/);
  };
  let address = "";
  await test.step("it has a page with both clocks, and is moved from there", async () => {
    await page.goto("/alder-quay/my-programme");
    await page.waitForURL(/\/programmes\/[0-9a-f-]{36}/);
    await page.goto(`${/^.*\/programmes\/[0-9a-f-]{36}/.exec(page.url())![0]}/sessions`);
    await expect(page.locator("[data-row-link]").first()).toBeVisible();
    const pages = await page
      .locator("[data-row-link]")
      .filter({ hasText: "Coaching" })
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!.split("/").at(-1)!));
    for (const id of pages) {
      await page.goto(`/alder-quay/sessions/${id}`);
      await expect(page.getByRole("heading", { level: 1, name: "Coaching" })).toBeVisible();
      if (await page.getByText("The offer from Ghent.").isVisible()) break;
    }
    await expect(page.getByText("The offer from Ghent.")).toBeVisible();
    await expect(page.getByText("In your zone, Istanbul")).toBeVisible();
    await expect(page.getByText(/For Judith Okafor-Lindqvist, Zurich/)).toBeVisible();
    await fits();
    address = page.url();
    await page.getByRole("link", { name: "Choose another time" }).tap();
    await takeLater("last");
    await page.getByRole("button", { name: "Move it here" }).tap();
    await expect(page.getByText("The session is moved.").last()).toBeVisible();
  });

  await test.step("it is cancelled, and gone from the calendar", async () => {
    await page.goto(address);
    await page.getByLabel("Why (they read it)").fill("I begin a new position.");
    await page.getByRole("button", { name: "Cancel the session" }).tap();
    await expect(page.getByText("The session is cancelled.").last()).toBeVisible();
    await expect(page).toHaveURL(/\/sessions$/);
    await page.goto(address);
    await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
    await open();
    await fits();
  });
});
