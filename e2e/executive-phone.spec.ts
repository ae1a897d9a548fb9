import type { Locator } from "@playwright/test";
import { expect, test } from "./support/journey";
import type { Page } from "./support/journey";
import { followMailedLink } from "./support/mailbox";
import { signInAsDemo } from "./support/sign-in";

const name = "Solveig Arnesen";
const desk = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** A finger: nothing hovers before, and what is too small or covered is not hit. */
async function tap(target: Locator): Promise<void> {
  await target.tap();
}

/** Nothing of a page may lie beside the screen. */
async function expectFits(page: Page): Promise<void> {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside, `pixels of ${page.url()} beside the screen`).toBeLessThanOrEqual(0);
}

/** Leads to a part of the own programme by its tab, which may have to be scrolled into sight. */
async function openTab(page: Page, part: string): Promise<void> {
  await tap(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /programme$/i }));
  await tap(page.getByRole("link", { name: part, exact: true }));
  await expect(page.getByRole("link", { name: part, exact: true })).toHaveAttribute("aria-current", "page");
}

async function addOffer(page: Page, [title, company, pay]: readonly [string, string, string]): Promise<void> {
  await tap(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }));
  await tap(page.getByRole("link", { name: "Add opportunity" }).first());
  await page.getByLabel("Role", { exact: true }).fill(title);
  await page.getByLabel("Company", { exact: true }).fill(company);
  await page.getByLabel("Where it stands").selectOption("interviewing");
  await page.getByLabel("Pay a year, from").fill(pay);
  await page.getByLabel("Pay a year, to").fill(pay);
  await expectFits(page);
  await tap(page.getByRole("button", { name: "Add opportunity" }));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await tap(page.getByRole("button", { name: "Offer", exact: true }));
  await expect(page.locator("[data-slot=record-header]").getByText("Offer", { exact: true })).toBeVisible();
}

test(
  "an executive on a phone only: from the invitation to the landing, with a finger",
  { tag: "@phone-only" },
  async ({ page: hers, browser, baseURL }) => {
    test.setTimeout(300_000);
    const office = await browser.newContext({ baseURL, ...desk });
    const page = await office.newPage();

    await test.step("the consultant invites", async () => {
      await signInAsDemo(page, "Consultant");
      await page.goto("/alder-quay/programmes/new");
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("E-mail").fill("solveig.arnesen@example.com");
      await page.getByLabel("Company that pays").fill("Corvane Packaging");
      await page.getByLabel("Last role").fill("Head of Logistics");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByRole("heading", { name })).toBeVisible({ timeout: 30_000 });
    });
    const programme = page.url();

    const phone = await test.step("she accepts, and sees the one next step", async () => {
      const opened = await followMailedLink(hers, name, "Open your place");
      await opened.getByLabel(/^(New )?password$/i).fill("a boat at the quay");
      await tap(opened.getByRole("button", { name: "Accept the invitation" }));
      await tap(opened.getByRole("button", { name: "Accept and begin" }));
      await expect(opened.getByText("Your next step")).toBeVisible();
      await expectFits(opened);
      return opened;
    });

    await test.step("the consultant activates the programme", async () => {
      await page.goto(`${programme}/do/activate`);
      await page.getByRole("button", { name: "Activate" }).click();
      await expect(page.getByText("The programme is active.")).toBeVisible();
    });

    await test.step("she takes an inventory, which only she sees", async () => {
      await openTab(phone, "Competencies");
      const values = phone.getByRole("listitem").filter({ hasText: "Work values" });
      await tap(values.getByRole("link", { name: "Begin" }));
      const questions = phone.getByRole("group");
      await expect(questions).toHaveCount(12);
      for (const [at, question] of (await questions.all()).entries())
        await tap(question.getByRole("radio").nth(at % 5));
      await expectFits(phone);
      await tap(phone.getByRole("button", { name: "See the result" }));
      await expect(phone.getByText("Only you see this result.")).toBeVisible();
    });

    await test.step("she says in a line who she is", async () => {
      await openTab(phone, "Profile");
      await tap(phone.getByRole("link", { name: /Edit|Fill/ }).first());
      await phone.getByLabel("Headline").fill("Moves goods across the North Sea, on time");
      await expectFits(phone);
      await tap(phone.getByRole("button", { name: /^Save/ }));
      await expect(phone.getByText("Moves goods across the North Sea, on time").first()).toBeVisible();
    });

    await test.step("the consultant writes a plan and signs it; she reads and signs", async () => {
      await page.goto(`${programme}/plan`);
      await page.getByRole("button", { name: "Write the first goal" }).click();
      await page.getByLabel("Goal", { exact: true }).fill("Run a terminal that people like to work at");
      await page.getByRole("button", { name: "Add goal" }).click();
      await expect(page.getByRole("heading", { name: /Run a terminal/ })).toBeVisible();
      await page.getByRole("button", { name: "Add milestone" }).click();
      await page.getByLabel("What is reached").fill("Ten people know what I look for");
      await page.getByRole("button", { name: "Add milestone" }).click();
      await expect(page.getByRole("heading", { name: /Ten people/ })).toBeVisible();
      await page.getByRole("button", { name: "Sign the plan off" }).click();
      await expect(page.getByText("Signed off.", { exact: true })).toBeVisible();
      await openTab(phone, "Plan");
      await expect(phone.getByRole("heading", { name: /Run a terminal/ })).toBeVisible();
      await expectFits(phone);
      await tap(phone.getByRole("button", { name: "Sign the plan off" }));
      await expect(phone.getByText("Agreed by both")).toBeVisible();
    });

    await test.step("she adds somebody she knows, and notes that they spoke", async () => {
      await tap(phone.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }));
      await tap(phone.getByRole("link", { name: "Contacts", exact: true }));
      await tap(phone.getByRole("link", { name: "Add contact" }).first());
      await phone.getByLabel("Name", { exact: true }).fill("Tormod Vik");
      await phone.getByLabel("Company", { exact: true }).fill("Port of Sande");
      await expectFits(phone);
      await tap(phone.getByRole("button", { name: "Add contact" }));
      await expect(phone.getByRole("heading", { level: 1, name: "Tormod Vik" })).toBeVisible();
      await tap(phone.getByRole("button", { name: "Log an outreach" }));
      await phone.getByLabel("What came of it").fill("Knows the chair, and will say a word.");
      await tap(phone.getByRole("button", { name: "Save" }));
      await expect(phone.getByText("Knows the chair, and will say a word.")).toBeVisible();
      await expectFits(phone);
    });

    await test.step("two offers come", async () => {
      await addOffer(phone, ["Terminal director", "Port of Sande", "180000"]);
      await addOffer(phone, ["Head of operations", "Brightwater Ferries", "195000"]);
    });

    await test.step("she compares them on what matters to her", async () => {
      await tap(phone.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }));
      await tap(phone.getByRole("link", { name: /^Offers/ }));
      for (const line of ["Close to home", "Pay"]) {
        await phone.getByLabel("What else matters").fill(line);
        await tap(phone.getByRole("button", { name: "Add line" }));
        await expect(phone.getByLabel(`Weight of ${line}`)).toBeVisible();
      }
      await phone.getByLabel("Weight of Close to home").selectOption("5");
      for (const [line, sande, ferries] of [
        ["Close to home", "5", "2"],
        ["Pay", "3", "4"],
      ] as const) {
        await phone.getByLabel(`${line} at Port of Sande`).selectOption(sande);
        await phone.getByLabel(`${line} at Brightwater Ferries`).selectOption(ferries);
      }
      await expect(phone.getByText("Comes first").locator("visible=true")).toBeVisible();
      await expect(phone.getByText("34", { exact: true }).locator("visible=true")).toBeVisible();
      await expectFits(phone);
      await phone.getByLabel("What else matters").fill("A mistake");
      await tap(phone.getByRole("button", { name: "Add line" }));
      await tap(phone.getByRole("button", { name: "Remove A mistake" }));
      await expect(phone.getByLabel("Weight of A mistake")).toHaveCount(0);
    });

    await test.step("she accepts one, and her consultant confirms the landing from a form that is filled", async () => {
      await tap(phone.getByRole("link", { name: "Port of Sande" }).first());
      await tap(phone.getByRole("link", { name: "Accept the offer" }));
      await tap(phone.getByRole("button", { name: "Accept the offer" }));
      await expect(phone.getByText("You accepted this offer.")).toBeVisible();
      await page.goto(`${programme}/do/land`);
      await expect(page.getByLabel("Employer")).toHaveValue("Port of Sande");
      await expect(page.getByLabel("Title")).toHaveValue("Terminal director");
      await expect(page.getByLabel("Pay a year", { exact: true })).toHaveValue(/180.000/);
      await page.getByRole("button", { name: "Record landing" }).click();
      await expect(page.getByText("Landing recorded.")).toBeVisible();
      await tap(phone.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Home" }));
      await expect(phone.getByText("You have landed.")).toBeVisible();
      await expectFits(phone);
    });
  },
);
