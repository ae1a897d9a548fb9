import { join } from "node:path";
import { frameworkScripts, mostPerPage, scriptsOf, weightOf } from "../scripts/testing/page-scripts";
import { demoPlaces } from "./support/demo-places";
import { at, desks, desksOfTurn } from "./support/desks";
import { expect, test } from "./support/journey";
import { answerOf, pageOf } from "./support/page-answer";
import { pagesOfTheApp } from "./support/page-files";
import { oddAddresses, pageTable } from "./support/page-table";
import { serverFaults } from "./support/server-faults";
import { sideBySide } from "./support/side-by-side";

/* Every page of the application, asked for by HTTP from every desk there is; where several may do the same, by them in turn. */

test("every page stands in the table of who may see it", () => {
  expect(Object.keys(pageTable).sort()).toEqual(pagesOfTheApp());
});

/** Pages of long forms that are heavier than they should be, and no heavier than this. Nothing joins them. */
const heavier: Readonly<Record<string, number>> = {
  "/[organisation]/programmes/[id]/competencies/rounds/[round]": 60.5,
  "/[organisation]/programmes/[id]/profile/edit": 60.8,
  "/[organisation]/programmes/[id]/landing": 61.6,
  "/[organisation]/programmes/[id]/landing/edit": 62.2,
  "/[organisation]/programmes/[id]/do/[move]": 62.7,
  // Shows every part at once, and stands only in development and the demo.
  "/styleguide": 200,
};

test("every page renders for who may see it and for nobody else, and is light", async ({ installation }) => {
  test.setTimeout(900_000);
  const places = await demoPlaces(installation);
  const wrong: string[] = [];
  const rendered: { who: string; pattern: string; scripts: string[] }[] = [];
  const faults = serverFaults(installation);
  const askers = new Map(desks.map((desk) => [desk, at(desk, installation.url)]));
  await sideBySide([...Object.entries(pageTable).entries()], 3, async ([turn, [pattern, { address, answers }]]) => {
    for (const desk of desksOfTurn(turn)) {
      const { answer, html } = await pageOf(await askers.get(desk)!, address(places));
      if (answer !== answers[desk]) wrong.push(`${desk}, ${pattern}: ${answer}, not “${answers[desk]}”`);
      if (answer === "renders") rendered.push({ who: desk, pattern, scripts: scriptsOf(html) });
    }
  });
  // Weighed when every page has come: packing scripts meanwhile would keep the answers waiting.
  const output = join(installation.build.web, ".next");
  const framework = await weightOf(output, frameworkScripts(output));
  for (const { who, pattern, scripts } of rendered) {
    const added = (await weightOf(output, scripts)) - framework;
    const most = heavier[pattern] ?? mostPerPage;
    if (added > most) wrong.push(`${who}, ${pattern}: ${added.toFixed(1)} kB of scripts, of at most ${most}`);
  }
  expect([...wrong, ...faults()]).toEqual([]);
});

test("the icon that browsers ask for by themselves is there, also on an answer that names none", async ({
  installation,
}) => {
  const answer = await fetch(`${installation.url}/favicon.ico`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/x-icon"]);
});

test("an address with something that is no id is not there, and breaks nothing", async ({ installation }) => {
  test.setTimeout(900_000);
  const places = await demoPlaces(installation);
  const wrong: string[] = [];
  await sideBySide(["administrator", "consultant", "operator", "visitor"], 2, async (desk) => {
    const asker = await at(desk, installation.url);
    for (const address of oddAddresses(places)) {
      const answer = await answerOf(asker, address);
      if (!["not there", "sign in"].includes(answer)) wrong.push(`${desk}, ${address}: ${answer}`);
    }
  });
  expect(wrong).toEqual([]);
});
