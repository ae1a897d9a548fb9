import { expect, test } from "./support/journey";
import { signInAsDemo } from "./support/sign-in";

/*
 * Pages in the pseudo-locale: what a page says by itself must come from the messages. What people and records are called
 * does not, so only the parts that never hold data are looked at.
 */

const pages = ["", "/programmes?f.running=yes", "/programmes/new", "/messages", "/notifications", "/profile"];

test("what pages say by themselves comes from the messages", async ({ page, context, baseURL }) => {
  await signInAsDemo(page, "Career consultant");
  await context.addCookies([{ name: "landfall-language", value: "en-XA", url: baseURL! }]);
  const untranslated: string[] = [];
  for (const path of pages) {
    await page.goto(`/alder-quay${path}`);
    const texts = await page
      .locator("main :is(h1, h2, label, th, button:not([data-person])), nav a, [role=tab]")
      .allInnerTexts();
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts.flatMap((block) => block.split("\n")))
      if (/[a-z]{3}/i.test(text) && !/[⟦⟧·áéîöûñ]/.test(text) && !isData(text))
        untranslated.push(`${path || "/"}: ${text}`);
  }
  expect(untranslated).toEqual([]);
});

/** Names of people, packages, phases and records of the demo, and the product's own name. */
const isData = (text: string): boolean =>
  /^(Landfall|Alder & Quay|Tidewater Careers|Judith|Executive, 6 months|Leadership, 12 months)/.test(text);
