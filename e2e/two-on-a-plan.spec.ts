import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

test("two people write on one plan at once: who saves second sees both versions, and nothing typed is lost", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const theirs = await (await browser.newContext({ baseURL })).newPage();
  await signInAsDemo(page, "Executive");
  await page.goto("/alder-quay/my-programme");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page).toHaveURL(/\/plan$/);
  const plan = page.url();
  await signInAsDemo(theirs, "Career consultant");
  await theirs.goto(plan);
  const mine = "Lead a port, and be home on Fridays.";
  const hers = "Lead a terminal with people who stay.";

  await test.step("both open the first goal, and the consultant saves first", async () => {
    for (const desk of [page, theirs]) await desk.getByRole("button", { name: /^Edit Lead/ }).click();
    await page.getByLabel("Goal", { exact: true }).fill(mine);
    await page.getByLabel("Why", { exact: true }).fill("My daughter graduates in June.");
    await theirs.getByLabel("Goal", { exact: true }).fill(hers);
    await theirs.getByRole("button", { name: "Save goal" }).click();
    await expect(theirs.getByRole("heading", { name: hers })).toBeVisible();
  });

  await test.step("the executive is told, sees both, and what was typed stands", async () => {
    await page.getByRole("button", { name: "Save goal" }).click();
    await expect(page.getByText(/saved this while you were writing/).first()).toBeVisible();
    await expect(page.getByRole("radio", { name: hers })).toBeVisible();
    await expect(page.getByLabel("Goal", { exact: true })).toHaveValue(mine);
    await page.getByRole("radio", { name: hers }).check();
    await page.getByRole("button", { name: "Save these choices" }).click();
    await expect(page.getByRole("heading", { name: hers })).toBeVisible();
    await expect(page.getByText("My daughter graduates in June.")).toBeVisible();
  });

  await test.step("who writes another part meanwhile is not held up", async () => {
    await theirs.reload();
    await theirs.getByRole("button", { name: /^Edit Sit on the board/ }).click();
    await theirs.getByLabel("Occupation").fill("Chair of a board");
    await page.getByRole("button", { name: /^Move down: Lead/ }).click();
    await expect(page.getByText("Moved.")).toBeVisible();
    await page.getByRole("button", { name: "Add milestone" }).click();
    await page.getByLabel("What is reached").fill("A word with the chairman");
    await page.getByRole("button", { name: "Add milestone" }).last().click();
    await expect(page.getByRole("heading", { name: "A word with the chairman" })).toBeVisible();
    await theirs.getByRole("button", { name: "Save goal" }).click();
    await expect(theirs.getByText("Chair of a board")).toBeVisible();
    await expect(theirs.getByRole("heading", { name: "A word with the chairman" })).toBeVisible();
  });

  await test.step("both sign what it says now", async () => {
    await theirs.getByRole("button", { name: "Sign the plan off" }).click();
    await expect(theirs.getByText("Signed off.", { exact: true })).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Sign the plan off" }).click();
    await expect(page.getByText("Agreed by both")).toBeVisible();
  });
});
