import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type * as Axe from "axe-core";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What a page is held to: WCAG 2.2 AA, its colours in both themes, since nothing else differs between the two. */
const held = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const axeCore = readFileSync(join("node_modules", "axe-core", "axe.min.js"), "utf8");

/** Opens a page as wide as a desk and waits until it stands: no shape of loading, a heading, and its scripts at work. */
export async function open(page: Page, address: string): Promise<void> {
  await page.setViewportSize(wide);
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

/** Holds an open page to WCAG 2.2 AA in both themes, and to the width of a desk and of a phone; gives what is wrong with it. */
export async function faultsOf(page: Page): Promise<string[]> {
  const wideFaults = await overflow(page, wide.width);
  const lookFaults = await violations(page);
  await page.setViewportSize(phone);
  const phoneFaults = await overflow(page, phone.width);
  return [...wideFaults, ...lookFaults, ...phoneFaults];
}

/** Checks the page, and its colours in one theme and the other without leaving it; told back is only what is wrong, which is the smaller part by far. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore);
  return page.evaluate(async (held) => {
    // A mail is shown in a frame where no script may run, and the check is one; what is in a mail, its own tests hold to account.
    document.querySelectorAll("iframe[sandbox]").forEach((frame) => frame.remove());
    // The colours of a resume are its owner's, as those of a mail are its sender's.
    document.querySelectorAll("[data-slot=drawn]").forEach((paper) => paper.remove());
    const faults = [...document.querySelectorAll("iframe, frame")].map(
      () => "a frame into which the check does not look",
    );
    const { axe } = window as unknown as { axe: typeof Axe };
    const resultTypes: Axe.resultGroups[] = ["violations"];
    const tell = (about: string, { violations: found }: Axe.AxeResults) => {
      for (const { id, help, nodes } of found)
        for (const { target } of nodes) faults.push(`${about}${id}: ${help} (${target.join(" ")})`);
    };
    const contrast = "color-contrast";
    // Given by a mark and not by a list, so that one run, which works out once what lies on what, has everything to check.
    axe.configure({ rules: [{ id: contrast, selector: "[data-contrast]" }] });
    const show = (theme: string) => {
      document.documentElement.dataset["theme"] = theme;
      document.querySelectorAll("[data-contrast]").forEach((element) => element.removeAttribute("data-contrast"));
      for (const element of oneOfEachLook()) element.setAttribute("data-contrast", "");
    };
    show("light");
    tell("", await axe.run(document, { runOnly: { type: "tag", values: held }, resultTypes }));
    show("dark");
    tell("dark: ", await axe.run(document, { runOnly: { type: "rule", values: [contrast] }, resultTypes }));
    return faults;

    /**
     * Of all elements that hold text and look alike (colour, size, weight, and all that is painted behind them) the first: the
     * contrast of the others is the same, and the forty rows of a list look like its first few.
     */
    function oneOfEachLook(): Element[] {
      const seen = new Map<string, Element>();
      const behind = new Map<Element, string>();
      for (const element of document.querySelectorAll("body, body *")) {
        const field = element.matches("input, textarea, select");
        const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (!field && !speaks) continue;
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const look = [element.tagName, color, fontSize, fontWeight, textShadow, painted(element, behind)].join("|");
        if (!seen.has(look)) seen.set(look, element);
      }
      return [...seen.values()];
    }

    /** What is painted behind an element, and how transparent it is, from itself to the whole page; `known` keeps what was asked for. */
    function painted(element: Element | null, known: Map<Element, string>): string {
      if (!element) return "";
      const found = known.get(element);
      if (found !== undefined) return found;
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(element);
      const layer = `${backgroundColor} ${backgroundImage} ${opacity} ${filter} ${mixBlendMode}`;
      const further = painted(element.parentElement, known);
      const all = layer === "rgba(0, 0, 0, 0) none 1 none normal" ? further : `${layer}|${further}`;
      known.set(element, all);
      return all;
    }
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
