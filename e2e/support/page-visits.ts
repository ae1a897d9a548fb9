import type { Browser, BrowserContext, Page, Request } from "@playwright/test";
import { watchConsole } from "./console-errors";
import type { ConsoleWatch } from "./console-errors";
import type { Places } from "./demo-places";
import { at, desks } from "./desks";
import type { Desk } from "./desks";
import { pageTable } from "./page-table";
import { sideBySide } from "./side-by-side";

/** A page to open in a browser, and whose eyes to see it with. */
export type Visit = { desk: Desk; address: string };

/** How many actions a page takes by itself while it is looked at: notes what was read, keeps a setting. More is a circle of asking and drawing anew. */
const mostAsked = 4;

/** A cookie to set beside the session. */
type Cookie = { name: string; value: string };

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
 * Opens pages in a browser, two at a time, the pages of a desk in one window; `look` says what is wrong with one. What a page prints
 * as an error on the console is wrong as well. Pages are not asked for before they are opened, as links in sight do: each gets its
 * own visit, and one page asks for up to sixty.
 * @param cookies to set in each window, beside the session
 */
export async function visitAll(
  browser: Browser,
  baseURL: string,
  visits: readonly Visit[],
  look: (page: Page, visit: Visit) => Promise<string[]>,
  cookies: Cookie[] = [],
): Promise<string[]> {
  const faults: string[] = [];
  const windows = new Map<Desk, Promise<OpenWindow>>();
  await sideBySide(visits, 2, async (visit) => {
    const known = windows.get(visit.desk) ?? openWindow(browser, baseURL, visit.desk, cookies);
    windows.set(visit.desk, known);
    const { context, free } = await known;
    const page = free.pop() ?? (await context.newPage());
    let asked = 0;
    const count = (request: Request) => void (asked += request.headers()["next-action"] ? 1 : 0);
    page.on("request", count);
    faults.push(...(await look(page, visit)));
    page.off("request", count);
    if (asked > mostAsked) faults.push(`${visit.address}: asked the server ${asked} times for something by itself`);
    free.push(page);
  });
  for (const { context, watch } of await Promise.all(windows.values())) {
    faults.push(...watch.unexpected().map((error) => `console: ${error}`));
    await context.close();
  }
  return faults;
}

/** A browser window of somebody who is signed in, with the pages of it that nobody looks at just now. */
type OpenWindow = { context: BrowserContext; watch: ConsoleWatch; free: Page[] };

async function openWindow(browser: Browser, baseURL: string, desk: Desk, cookies: Cookie[]): Promise<OpenWindow> {
  const { storageState } = await at(desk, baseURL);
  const context = await browser.newContext({ baseURL, storageState, reducedMotion: "reduce" });
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: baseURL })));
  await context.addInitScript(() => {
    const ask = window.fetch;
    // Nothing to keep for later is what the framework makes of such an answer.
    window.fetch = (input, init) =>
      new Headers(init?.headers).has("next-router-prefetch")
        ? Promise.resolve(new Response(null, { status: 204 }))
        : ask(input, init);
  });
  return { context, watch: watchConsole(context), free: [] };
}
