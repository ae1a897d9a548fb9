import { sampleResume } from "@/lib/resumes/fixtures/sample-resume";
import { expect, test } from "./support/journey";
import { followMailedLink } from "./support/mailbox";
import { signInAsDemo } from "./support/sign-in";

const email = "marlene.oduya@example.com";
const password = "a boat at the quay";

test(
  "an executive is invited, accepts by mail, brings a resume, works, writes, and is recorded as landed",
  { tag: "@phone" },
  async ({ page, browser, baseURL }) => {
    test.setTimeout(180_000);

    await test.step("the consultant invites", async () => {
      await signInAsDemo(page, "Consultant");
      await page.getByRole("link", { name: "Invite executive" }).click();
      await page.getByLabel("Name").fill("Marlene Oduya");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Company that pays").fill("Corvane Packaging");
      await page.getByLabel("Last role").fill("Head of Logistics");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByRole("heading", { name: "Marlene Oduya" })).toBeVisible();
      await expect(page.getByText("Invited", { exact: true }).first()).toBeVisible();
    });
    const programmeAddress = page.url();

    const context = await browser.newContext({ baseURL });
    const hers = await test.step("her mail arrives, and its link opens the invitation", async () =>
      followMailedLink(await context.newPage(), "Marlene Oduya", "Open your place"));

    await test.step("she accepts", async () => {
      await hers.getByLabel(/^(New )?password$/i).fill(password);
      await hers.getByRole("button", { name: "Accept the invitation" }).click();
      await expect(hers.getByRole("heading", { name: /Judith Okafor-Lindqvist invites you to begin/ })).toBeVisible();
      await hers.getByRole("button", { name: "Accept and begin" }).click();
      await expect(hers.getByText("Your next step")).toBeVisible();
      await expect(hers.getByText("You are in Intake")).toBeVisible();
    });

    await test.step("she brings a resume, and takes what it offers one by one", async () => {
      await hers.getByRole("link", { name: "Open profile" }).click();
      await hers.setInputFiles("input[type=file]", {
        name: "Marlene Oduya.docx",
        mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        buffer: Buffer.from(await sampleResume()),
      });
      await expect(hers.getByRole("heading", { name: /From Marlene Oduya.docx/ })).toBeVisible({ timeout: 30_000 });
      const roles = hers.getByRole("listitem").filter({ hasText: "Head of Logistics" });
      await roles.getByRole("button", { name: "Take", exact: true }).first().click();
      await expect(hers.getByText("Taken into the profile.")).toBeVisible();
      await hers.getByRole("link", { name: "Profile", exact: true }).click();
      await expect(hers.getByText("Head of Logistics").filter({ visible: true }).first()).toBeVisible();
    });

    await test.step("the same printed as a PDF is read too", async () => {
      const paper = await (await browser.newContext()).newPage();
      await paper.setContent(`<h1>Marlene Oduya</h1><p>Rotterdam | +31 10 555 0142 | ${email}</p><h2>Experience</h2>
        <p>Northwind Freight Ltd, Hull</p><p>Depot Manager, Jan 2009 – Feb 2016</p>
        <ul><li>Ran a depot of forty people in three shifts</li></ul><h2>Skills</h2><p>Planning, Negotiation</p>`);
      const buffer = await paper.pdf();
      await paper.context().close();
      await hers.setInputFiles("input[type=file]", { name: "Printed.pdf", mimeType: "application/pdf", buffer });
      await expect(hers.getByRole("heading", { name: /From Printed.pdf/ })).toBeVisible({ timeout: 30_000 });
      await expect(hers.getByText("Depot Manager").first()).toBeVisible();
      await expect(hers.getByText("+31 10 555 0142").first()).toBeVisible();
    });

    await test.step("she works through a task that asks for words", async () => {
      await hers.getByRole("link", { name: "Tasks" }).first().click();
      const task = hers.getByRole("listitem").filter({ hasText: "Say what happened and what you need now" });
      await task.getByRole("checkbox").click();
      await expect(hers.getByText("This task asks for a sentence on what came of it.")).toBeVisible();
      await task.getByLabel("What came of it").fill("The site was closed. I need a month, and then a plan.");
      await task.getByRole("button", { name: "Save" }).click();
      await expect(hers.getByText("Saved. You can tick the task off now.")).toBeVisible();
      await task.getByRole("checkbox").click();
      await expect(hers.getByText("Done: Say what happened and what you need now")).toBeVisible();
    });

    await test.step("she writes, and the consultant answers", async () => {
      await hers.getByRole("link", { name: "Messages", exact: true }).last().click();
      await hers.getByLabel("Your message to Judith Okafor-Lindqvist").fill("Can we talk on Monday?");
      await hers.getByRole("button", { name: "Send" }).click();
      await expect(hers.getByText("Can we talk on Monday?")).toBeVisible();
      await page.goto("/alder-quay/messages");
      await page.getByRole("link", { name: "Marlene Oduya" }).click();
      await expect(page.getByText("Can we talk on Monday?")).toBeVisible();
      await page.getByLabel("Your message to Marlene Oduya").fill("Monday at ten. I call you.");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByText("Monday at ten. I call you.")).toBeVisible();
      // Without reloading: her bell tells her.
      await expect(hers.getByRole("button", { name: /Notifications, \d+ unread/ })).toBeVisible({ timeout: 20_000 });
    });

    await test.step("the consultant activates the programme and records the landing", async () => {
      await page.goto(programmeAddress);
      await page.locator("[data-slot=record-header]").getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: "Activate" }).click();
      await page.getByRole("button", { name: "Activate" }).click();
      await expect(page.getByText("The programme is active.")).toBeVisible();
      await page.locator("[data-slot=record-header]").getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: "Record landing" }).click();
      await page.getByLabel("Title").fill("Chief operating officer");
      await page.getByRole("button", { name: "Record landing" }).click();
      await expect(page.getByText("Say with which company.").first()).toBeVisible();
      await page.getByLabel("Employer").fill("Harbourline Freight");
      await page.getByRole("button", { name: "Record landing" }).click();
      await expect(page.getByText("Landing recorded.")).toBeVisible();
      await expect(page.getByText("Chief operating officer at Harbourline Freight").first()).toBeVisible();
    });

    await test.step("she sees that she has landed", async () => {
      await hers.goto("/alder-quay");
      await expect(hers.getByText("You have landed.")).toBeVisible();
    });
    await context.close();
  },
);
