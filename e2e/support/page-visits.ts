import type { Browser, Page } from "@playwright/test";
import { watchConsole } from "./console-errors";
import type { Places } from "./demo-places";
import { at, desks } from "./desks";
import type { Desk } from "./desks";
import { pageTable } from "./page-table";
import { sideBySide } from "./side-by-side";

/** A page to open in a browser, and whose eyes to see it with. */
export type Visit = { desk: Desk; address: string };

/** Whose eyes come first: those with most on the page. The home differs from desk to desk and is seen from all of these. */
const eyes: readonly Desk[] = ["consultant", "executive", "administrator", "recruiter", "operator", "visitor"];

/** Every page that renders for somebody, once. */
export function visitsOfAllPages(places: Places): Visit[] {
  return Object.entries(pageTable).flatMap(([pattern, { address, answers }]) => {
    const seen = eyes.filter((desk) => answers[desk] === "renders");
    const from =
      pattern === "/[organisation]" ? seen : answers["visitor"] === "renders" ? ["visitor"] : seen.slice(0, 1);
    if (from.length === 0 && desks.some((desk) => answers[desk] === "renders"))
      throw new Error(`Nobody looks at ${pattern}.`);
    return from.map((desk) => ({ desk, address: address(places) }));
  });
}

/**
 * Opens pages in a browser, two at a time, one window a desk; `look` says what is wrong with one. What a page prints as an error
 * on the console is wrong as well.
 * @param cookies to set in each window, beside the session
 */
export async function visitAll(
  browser: Browser,
  baseURL: string,
  visits: readonly Visit[],
  look: (page: Page, visit: Visit) => Promise<string[]>,
  cookies: { name: string; value: string }[] = [],
): Promise<string[]> {
  const faults: string[] = [];
  const windows = eyes.filter((eye) => visits.some(({ desk }) => desk === eye));
  await sideBySide(windows, 2, async (eye) => {
    const context = await browser.newContext({
      baseURL,
      storageState: (await at(eye, baseURL)).storageState,
      reducedMotion: "reduce",
    });
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: baseURL })));
    const watch = watchConsole(context);
    const page = await context.newPage();
    for (const visit of visits) if (visit.desk === eye) faults.push(...(await look(page, visit)));
    faults.push(...watch.unexpected().map((error) => `console: ${error}`));
    await context.close();
  });
  return faults;
}
