import { readFileSync } from "node:fs";
import { join } from "node:path";
import { worldOf } from "@/db/seed/world";
import type { Stops } from "@/scripts/supervisor/supervise";
import { frameworkScripts, mostPerPage, scriptsOf, weightOf } from "@/scripts/testing/page-scripts";
import { openPage } from "./parts/crowd";
import { largeInstallation, type Visitor } from "./parts/installation";
import { report } from "./parts/report";
import { ratioText } from "./parts/statistics";

/**
 * First-load JavaScript of every page: all scripts that the page's markup names, gzipped, beside those that Next.js and React
 * are on every page. What a page loads later, when somebody opens something, is not in it.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const here = await largeInstallation(project, stops, 100);
  const output = join(here.build.web, ".next");
  const origin = new URL(here.home).origin;
  const framework = await weightOf(output, frameworkScripts(output));
  const pages: { route: string; size: number }[] = [];
  const missed: string[] = [];
  for (const route of routesOf(output)) {
    const address = addressOf(route);
    if (!address) continue;
    const visitors = [{ cookie: "", name: "nobody" }, here.administrator, here.consultant, here.executive];
    const size = await mostScripts(output, `${origin}${address}`, visitors);
    if (size > 0) pages.push({ route, size });
    else missed.push(route);
  }
  pages.sort((one, other) => other.size - one.size);
  const over = pages.filter(({ size }) => size - framework > mostPerPage);
  await report(project, {
    title: "JavaScript",
    about: `What a browser loads before a page is at work, gzipped, beside the framework alone (Next.js and React, on every page). 1 kB is 1,000 bytes.`,
    columns: ["page", "framework"],
    rows: pages.map(({ route, size }) => ({
      what: `\`${route}\``,
      ours: `${size.toFixed(0)} kB (+${(size - framework).toFixed(0)})`,
      beside: `${framework.toFixed(0)} kB`,
      ratio: ratioText(size / framework),
      goal: `+${mostPerPage} kB`,
    })),
    remarks: [
      over.length === 0
        ? `All ${pages.length} pages are within the goal.`
        : `${over.length} of ${pages.length} pages are above the goal.`,
      ...(missed.length > 0 ? [`Not measured, because nobody here sees them: ${missed.join(", ")}.`] : []),
    ],
  });
}

function routesOf(output: string): string[] {
  const routes = JSON.parse(readFileSync(join(output, "app-path-routes-manifest.json"), "utf8")) as Record<
    string,
    string
  >;
  return Object.entries(routes)
    .filter(([file, route]) => file.endsWith("/page") && !route.startsWith("/_") && !route.includes("[..."))
    .map(([, route]) => route)
    .sort();
}

/** What stands for the parts in brackets, by the part before; pages of a link that was mailed (`[token]`) are left out. */
function addressOf(route: string): string | undefined {
  const { ids } = worldOf("north");
  const known: Record<string, string | undefined> = {
    "/[organisation]": ids.slug,
    "audit/[entry]": ids.auditEntryId,
    "do/[move]": "pause",
    "imports/[importId]": ids.importId,
    "mailbox/[mail]": ids.mailId,
    "packages/[id]": ids.packageId,
    "people/[id]": ids.consultantId,
    "profile/[resumeId]": ids.resumeId,
    "programmes/[id]": ids.programmeId,
  };
  const address = route.replace(/([^/]*)\/(\[\w+\])/g, (whole, before: string, part: string) => {
    const value = known[`${before}/${part}`];
    return value ? `${before}/${value}` : whole;
  });
  return address.includes("[") ? undefined : address;
}

/** The scripts of the page for whoever gets the most of it: somebody else may be shown less, or that there is nothing. */
async function mostScripts(output: string, address: string, visitors: readonly Visitor[]): Promise<number> {
  let most = 0;
  for (const visitor of visitors) {
    const { status, body } = await openPage(address, visitor);
    if (status === 200) most = Math.max(most, await weightOf(output, scriptsOf(body)));
  }
  return most;
}
