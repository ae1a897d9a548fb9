import { followMailedLink } from "./support/mailbox";
import { expect, test } from "./support/journey";
import type { Page } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

const name = "Berit Solheim";
const bookingPage = "/book/alder-quay/judith-okafor-lindqvist";
const desk = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** Nothing of a page may lie beside the screen. */
async function expectFits(page: Page): Promise<void> {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside, `pixels of ${page.url()} beside the screen`).toBeLessThanOrEqual(0);
}

/** The free times of the day that is shown. */
const timesOf = (page: Page) => page.getByRole("region").getByRole("listitem").getByRole("button");

test.use({ timezoneId: "America/New_York" });

test(
  "a stranger books with a consultant on a phone: asks, confirms by mail, moves, cancels",
  { tag: "@phone-only" },
  async ({ page, browser, baseURL, console }) => {
    test.setTimeout(180_000);
    const office = await browser.newContext({ baseURL, ...desk });
    const hers = await office.newPage();
    await signInAsDemo(hers, "Consultant");
    let day = "";

    await test.step("chooses a time by the own clock, with the host's beside it", async () => {
      await page.goto(bookingPage);
      await expect(page.getByRole("heading", { level: 1, name: "Book a time with Judith" })).toBeVisible();
      await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
      // Of the first days there may be only one time left; three are taken below.
      await page.getByRole("link", { name: "The next month" }).tap();
      await page
        .getByRole("button", { name: /, (?:[3-9]|\d\d) / })
        .first()
        .tap();
      const first = timesOf(page).first();
      await expect(first).toContainText("in Zurich");
      await expectFits(page);
      let letGo = (): void => {};
      const looked = new Promise<void>((done) => (letGo = done));
      await page.route(`${bookingPage}?*`, async (route) => {
        if (route.request().method() === "POST") await looked;
        await route.fallback();
      });
      await first.tap();
      const send = page.getByRole("button", { name: "Ask for this time" });
      const top = () => send.evaluate((button) => button.getBoundingClientRect().top + window.scrollY);
      const before = await top();
      letGo();
      await expect(page.getByText(/^This time is kept for you until/)).toBeVisible();
      expect(await top(), "what is pressed next stays where it is").toBe(before);
      await page.unrouteAll();
      day = new URL(page.url()).searchParams.get("day")!;
    });

    await test.step("asks for it; what is missing is said, and nothing typed is lost", async () => {
      await page.getByLabel("Your name").fill(name);
      await page.getByLabel("E-mail").fill("berit.solheim@elsewhere.example");
      await page.getByRole("button", { name: "Ask for this time" }).tap();
      await expect(page.getByText("Please answer this question.")).toBeVisible();
      await page.goBack();
      await timesOf(page).nth(1).tap();
      await expect(page.getByLabel("Your name")).toHaveValue(name);
      await page.getByLabel("What brings you here?").fill("A merger.");
      await expectFits(page);
      await page.getByRole("button", { name: "Ask for this time" }).tap();
      await expect(page.getByRole("heading", { name: "One more step: look into your mail" })).toBeVisible();
      await expect(page.getByText("berit.solheim@elsewhere.example")).toBeVisible();
    });

    const theirs = await followMailedLink(page, name, "Confirm this time");

    await test.step("confirms by the mail", async () => {
      await expect(theirs.getByText("Not booked yet")).toBeVisible();
      await expectFits(theirs);
      await theirs.getByRole("button", { name: "Confirm this time" }).tap();
      await expect(theirs.getByText("Booked", { exact: true })).toBeVisible();
    });

    await test.step("and stands in the consultant's calendar, with what they said", async () => {
      await hers.goto(`/alder-quay/sessions?view=agenda&date=${day}`);
      await hers.getByRole("link", { name }).first().click();
      await expect(hers.getByRole("link", { name: "berit.solheim@elsewhere.example" })).toBeVisible();
      await expect(hers.getByText("A merger.")).toBeVisible();
    });

    await test.step("moves it", async () => {
      await theirs.getByRole("link", { name: "Look for another time" }).tap();
      await timesOf(theirs).last().tap();
      await expectFits(theirs);
      await theirs.getByRole("button", { name: "Move it to this time" }).tap();
      await expect(theirs.getByRole("link", { name: "Look for another time" })).toBeVisible();
      await followMailedLink(page, name, "Open, move or cancel");
    });

    await test.step("cancels it, with a word", async () => {
      await theirs.getByLabel(/^Why/).fill("I found something.");
      await theirs.getByRole("button", { name: "Cancel the session" }).tap();
      await expect(theirs.getByText("Cancelled", { exact: true })).toBeVisible();
      await hers.reload();
      await expect(hers.getByText("I found something.")).toBeVisible();
    });

    await test.step("the consultant turns the page off, and it is not there for anybody", async () => {
      await hers.goto("/alder-quay/availability");
      await hers.getByRole("link", { name: "Open it" }).click();
      await expect(hers.getByLabel("Address", { exact: true })).toHaveValue(new RegExp(`${bookingPage}$`));
      await hers.getByRole("button", { name: "Turn it off" }).click();
      await expect(hers.getByText("Nothing can be booked from outside.")).toBeVisible();
      console.expectError(/404/);
      expect((await page.goto(bookingPage))?.status()).toBe(404);
      await hers.getByRole("button", { name: "Undo" }).click();
      await expect(hers.getByText("On, open")).toBeVisible();
    });
    await office.close();
  },
);
