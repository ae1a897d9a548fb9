import nodeIcal from "node-ical";
import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

test("a consultant subscribes to their sessions, takes the address back, and hears why a calendar cannot be read", async ({
  page,
}) => {
  await signInAsDemo(page, "Consultant");
  await page.goto("/alder-quay/profile");
  await page.getByRole("link", { name: "Open calendars" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your calendars" })).toBeVisible();

  await test.step("another program reads the address", async () => {
    await page.getByRole("button", { name: "Make an address" }).click();
    const address = await page.getByLabel("Your address").inputValue();
    const read = await nodeIcal.async.fromURL(address);
    const events = Object.values(read).filter((part) => part?.type === "VEVENT");
    expect(events.length).toBeGreaterThan(3);
    await page.getByRole("button", { name: "Revoke it" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke it" }).click();
    await expect(page.getByRole("button", { name: "Make an address" })).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);
  });

  await test.step("a calendar that is in nobody's reach is added, and says so", async () => {
    await page.getByLabel("Name").fill("Club");
    await page.getByLabel("Address", { exact: true }).fill("webcal://calendar.invalid/club.ics");
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(page.getByText("There is no such server. Is the address complete?")).toBeVisible();
    await page.getByRole("button", { name: "Read Club now" }).click();
    await expect(page.getByText("It was tried just now.")).toBeVisible();
    const club = page.getByRole("listitem").filter({ hasText: "Club" });
    await club.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("calendar.invalid")).toHaveCount(0);
  });
});
