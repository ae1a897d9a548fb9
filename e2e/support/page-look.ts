import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type * as Axe from "axe-core";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What a page is held to in each theme: WCAG 2.2 AA in the first; and only colours differ between the two. */
const held = {
  light: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  dark: { type: "rule", values: ["color-contrast"] },
} as const;

const axeCore = readFileSync(join("node_modules", "axe-core", "axe.min.js"), "utf8");

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
  const lookFaults = await violations(page);
  await page.setViewportSize(phone);
  const phoneFaults = await overflow(page, phone.width);
  return [...wideFaults, ...lookFaults, ...phoneFaults].map((fault) => `${address}: ${fault}`);
}

/** Checks the page in one theme and the other without leaving it; told back is only what is wrong, which is the smaller part by far. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore);
  return page.evaluate(async (rules) => {
    // A mail is shown in a frame where no script may run, and the check is one; what is in a mail, its own tests hold to account.
    document.querySelectorAll("iframe[sandbox]").forEach((frame) => frame.remove());
    // The colours of a resume are its owner's, as those of a mail are its sender's.
    document.querySelectorAll("[data-slot=drawn]").forEach((paper) => paper.remove());
    const faults = [...document.querySelectorAll("iframe, frame")].map(
      () => "a frame into which the check does not look",
    );
    const { axe } = window as unknown as { axe: typeof Axe };
    for (const [theme, runOnly] of Object.entries(rules)) {
      document.documentElement.dataset["theme"] = theme;
      const { violations: found } = await axe.run(document, {
        runOnly: { type: runOnly.type, values: [...runOnly.values] },
        resultTypes: ["violations"],
      });
      for (const { id, help, nodes } of found)
        for (const { target } of nodes) faults.push(`${theme}: ${id}: ${help} (${target.join(" ")})`);
    }
    document.documentElement.dataset["theme"] = "light";
    return faults;
  }, held);
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
