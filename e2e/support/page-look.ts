import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Opens a page and waits until it stands: no shape of loading, a heading, and its scripts at work. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // The style guide shows the shapes of loading; elsewhere they give way to the page.
  if (address !== "/styleguide") await page.waitForFunction(() => !document.querySelector("[data-slot=loading]"));
  await page.getByRole("heading").first().waitFor();
  // What is changed on a page before its scripts have taken hold of it confuses them.
  await page.waitForFunction(() =>
    [...document.querySelectorAll("h1, h2, iframe")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__react")),
    ),
  );
}

/** Holds a page to WCAG 2.2 AA in both themes, and to the width of a desk and of a phone; gives what is wrong with it. */
export async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize(wide);
  await open(page, address);
  const wideFaults = await overflow(page, wide.width);
  // A mail is shown in a frame where no script may run, and the check is one; what is in a mail, its own tests hold to account.
  await page.evaluate(() => document.querySelectorAll("iframe[sandbox]").forEach((frame) => frame.remove()));
  const light = await violations(page, standard);
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  // Only colours differ between the themes.
  const dark = await violations(page, null);
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
  await page.setViewportSize(phone);
  const phoneFaults = await overflow(page, phone.width);
  return [
    ...wideFaults,
    ...light.map((fault) => `light: ${fault}`),
    ...dark.map((fault) => `dark: ${fault}`),
    ...phoneFaults,
  ].map((fault) => `${address}: ${fault}`);
}

async function violations(page: Page, tags: string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (tags ? axe.withTags(tags) : axe.withRules(["color-contrast"])).analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

/** What stands beyond the right edge, when a page can be scrolled sideways. */
async function overflow(page: Page, width: number): Promise<string[]> {
  // Charts measure the place they have, and draw themselves anew a moment after it changed.
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, null, { timeout: 3_000 }).catch(() => undefined);
  const wider = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()} ${element.className.toString().slice(0, 80)}`);
    return beyond.length > 0 ? beyond : [`${root.scrollWidth} pixels`];
  });
  return wider.map((element) => `scrolls sideways at ${width} pixels: ${element}`);
}
