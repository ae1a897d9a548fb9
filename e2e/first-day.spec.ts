import { smtpStandIn } from "@/lib/mail/testing/smtp-stand-in";
import type { SmtpStandIn } from "@/lib/mail/testing/smtp-stand-in";
import { expect, test } from "./support/journey";
import type { Page } from "./support/journey";

const password = "four words in row";

test("the first organisation is set up, a second firm signs up through its mail, and a wrong password tells nothing", async ({
  page,
  browser,
  emptyInstallation,
}) => {
  const post = await smtpStandIn();
  const { url } = await emptyInstallation({ MAIL_TRANSPORT: "smtp", SMTP_URL: post.url });

  await test.step("whoever comes first is led to the set-up, and is at home afterwards", async () => {
    await page.goto(`${url}/sign-in`);
    await expect(page).toHaveURL(/\/set-up$/);
    await fillFirm(page, { firm: "Grantham Quill", name: "Edda Rosling", email: "edda@grantham.example" });
    await page.getByRole("button", { name: "Set up Landfall" }).click();
    await expect(page).toHaveURL(/\/grantham-quill$/);
    await expect(page.getByRole("heading", { level: 1, name: "Grantham Quill" })).toBeVisible();
    await page.goto(`${url}/set-up`);
    await expect(page).toHaveURL(/\/grantham-quill$/);
  });

  await test.step("first steps lead from the settings to the first executive, whose package is there", async () => {
    const steps = page.getByRole("region", { name: "First steps" });
    await expect(steps.getByText("0 of 4 done")).toBeVisible();
    await steps.getByRole("button", { name: "Fine as it is" }).click();
    await expect(steps.getByText("1 of 4 done")).toBeVisible();
    await steps.getByRole("link", { name: "Look at your packages" }).click();
    await expect(page.getByRole("link", { name: "Executive, 6 months" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Leadership, 12 months" })).toBeVisible();
    await page.goto(`${url}/grantham-quill`);
    await steps.getByRole("button", { name: "Hide this list" }).click();
    await expect(steps).toBeHidden();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Grantham Quill" })).toBeVisible();
    await expect(steps).toBeHidden();
  });

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await test.step("a second firm signs up, and opens with the link in its mail", async () => {
    await theirs.goto(`${url}/sign-in`);
    await theirs.getByRole("link", { name: "Start a trial for your firm" }).click();
    await fillFirm(theirs, { firm: "Fennimore & Daughters", name: "Bram Fennimore", email: "bram@fennimore.example" });
    await theirs.getByRole("button", { name: "Start the trial" }).click();
    await expect(theirs.getByText("We sent a mail to your address.")).toBeVisible();
    await theirs.goto(await linkTo(post, "bram@fennimore.example", "/verify/"));
    await expect(theirs.getByText("bram@fennimore.example")).toBeVisible();
    await theirs.getByRole("button", { name: "Confirm and open" }).click();
    await expect(theirs.getByRole("heading", { level: 1, name: "Fennimore & Daughters" })).toBeVisible();
  });

  await test.step("neither firm is there for the other", async () => {
    const answer = await theirs.request.get(`${url}/grantham-quill/profile`);
    expect(await answer.text()).not.toContain("Grantham Quill");
  });

  await test.step("a wrong password says the same with and without an account", async () => {
    await context.clearCookies();
    const said = [];
    for (const email of ["bram@fennimore.example", "nobody@fennimore.example"]) {
      await theirs.goto(`${url}/sign-in`);
      await theirs.getByLabel("E-mail").fill(email);
      await theirs.getByLabel("Password", { exact: true }).fill("not the password");
      await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
      const field = theirs.getByLabel("Password", { exact: true });
      await expect(field).toHaveAttribute("aria-invalid", "true");
      said.push((await theirs.getByRole("main").innerText()).replace(email, "…"));
    }
    expect(said[1]).toBe(said[0]);
    expect(said[0]).toContain("do not fit together");
  });

  await test.step("the right one opens the door", async () => {
    await theirs.getByLabel("E-mail").fill("bram@fennimore.example");
    await theirs.getByLabel("Password", { exact: true }).fill(password);
    await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(theirs).toHaveURL(/\/fennimore-and-daughters$/);
  });
  await context.close();
  await post.close();
});

async function fillFirm(page: Page, { firm, name, email }: { firm: string; name: string; email: string }) {
  await page.getByLabel("Name of your firm").fill(firm);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}

/** Waits for a mail and takes a link from it; what a mail server changed for the way is changed back. */
async function linkTo(post: SmtpStandIn, address: string, part: string): Promise<string> {
  let link: string | undefined;
  await expect(() => {
    const mail = post.received.find(({ to }) => to.includes(address))?.raw ?? "";
    const text = mail.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
    link = new RegExp(`https?://[^\\s"<>]*${part}[^\\s"<>]+`).exec(text)?.[0];
    expect(link, `a mail to ${address}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return link!;
}
