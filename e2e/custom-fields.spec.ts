import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

test("a firm adds a field, a consultant fills it in and finds the caseload by it, and colleagues talk beside it", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL });
  const office = await context.newPage();

  await test.step("the administrator adds a choice to programmes", async () => {
    await signInAsDemo(office, "Administrator");
    await office.goto("/alder-quay/settings");
    await office.getByRole("link", { name: "See and change them" }).click();
    await office.getByRole("link", { name: "Add to Programmes" }).click();
    await office.getByLabel("Label").fill("Home port");
    await office.getByLabel("What it holds").selectOption("Choice");
    await office.getByRole("button", { name: "Add a field" }).click();
    await expect(office.getByText("Say what one can choose from.").first()).toBeVisible();
    for (const [at, port] of ["Basel", "Oslo, Norway"].entries()) {
      await office.getByRole("button", { name: "Add a choice" }).click();
      await office.getByLabel(`Choice ${at + 1}`).fill(port);
    }
    await office.getByRole("button", { name: "Add a field" }).click();
    await expect(office.getByText("The field is there.")).toBeVisible();
    await expect(office.getByText("Choice: Basel, Oslo, Norway")).toBeVisible();
  });

  await test.step("the consultant fills it in, is told what does not fit, and asks a colleague", async () => {
    await signInAsDemo(page, "Consultant");
    const found = await page.request.get("/api/v1/alder-quay/programmes/caseload?q=achterberg");
    const { data } = (await found.json()) as { data: [{ id: string }] };
    await page.goto(`/alder-quay/programmes/${data[0].id}`);
    const fields = page.locator("[data-part=own-fields]");
    await fields.getByRole("button", { name: "Edit" }).click();
    await fields.getByLabel("Home port").selectOption("Oslo, Norway");
    await fields.getByLabel("Notice period").fill("soon");
    await fields.getByRole("button", { name: "Save" }).click();
    await expect(fields.getByText("Notice period is a number, like 12.5.").first()).toBeVisible();
    await fields.getByLabel("Notice period").fill("9");
    await fields.getByRole("button", { name: "Save" }).click();
    await expect(fields.getByText("Oslo, Norway")).toBeVisible();

    await page.getByLabel("Write a comment").pressSequentially("Please look, @Inè");
    await page.getByRole("option", { name: /Inès Barkhausen/ }).click();
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    const comment = page.getByRole("listitem").filter({ hasText: "Please look" });
    await expect(comment.getByText("@Inès Barkhausen")).toBeVisible();
    await comment.getByRole("button", { name: "Remove" }).click();
    await expect(comment).toHaveCount(0);
    const toast = page.locator("[data-slot=toast]").filter({ hasText: "Comment removed." });
    await toast.getByRole("button", { name: "Undo" }).click();
    await expect(comment).toBeVisible();
  });

  await test.step("the caseload is filtered by it, and shows it", async () => {
    await page.goto("/alder-quay/programmes?columns=executive,state,field.home_port");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Home port" }).click();
    await page.getByLabel("Oslo, Norway").check();
    await expect(page).toHaveURL(/f\.field\.home_port=/);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: /Benedict Achterberg/ })).toBeVisible();
    await expect(page.getByRole("cell", { name: "Oslo, Norway" })).toBeVisible();
    await expect(page.getByText("1 executive", { exact: true })).toBeVisible();
  });

  await test.step("the colleague who was asked is told", async () => {
    await office.goto("/alder-quay/notifications");
    await expect(office.getByText("Judith Okafor-Lindqvist wrote a comment to you.").first()).toBeVisible();
  });
  await context.close();
});
