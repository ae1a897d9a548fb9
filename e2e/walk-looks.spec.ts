import { demoPlaces } from "./support/demo-places";
import { wordsOfDemo } from "./support/demo-words";
import { expect, test } from "./support/journey";
import { faultsOf, open } from "./support/page-look";
import { textsOf } from "./support/page-texts";
import type { PageText } from "./support/page-texts";
import { visitAll, visitsOfAllPages } from "./support/page-visits";
import { untranslated } from "./support/untranslated";

/*
 * Every page of the application, once in a browser and in the pseudo-locale: what a page says by itself must come from the messages,
 * and it must have room for them, which are longer there than in any language.
 */

const pseudoLocale = { name: "landfall-language", value: "en-XA" };

// The recording of a trace speaks in every frame, which a mail's frame does not allow.
test.use({ trace: "off" });

test("every page says messages, is accessible in both themes, fits a phone, and prints no error", async ({
  browser,
  installation,
}) => {
  test.setTimeout(900_000);
  const places = await demoPlaces(installation);
  let data = await wordsOfDemo(installation, places);
  // A reminder may be written while the pages are walked: a text counts as unknown when the records, asked anew, do not hold it either.
  const unknown = async (texts: PageText[]) => {
    if (untranslated(texts, data).length > 0) data = await wordsOfDemo(installation, places);
    return untranslated(texts, data);
  };
  const look = async (page: Parameters<typeof open>[0], { address }: { address: string }) => {
    await open(page, address);
    // Before the looks, which take away what others wrote.
    const texts = await textsOf(page);
    const faults: string[] = [];
    // The style guide is for who builds the product, and speaks English.
    if (address !== "/styleguide") {
      if (!texts.some(({ text }) => text.includes("⟦"))) faults.push("does not speak the pseudo-locale");
      faults.push(...(await unknown(texts)));
    }
    faults.push(...(await faultsOf(page)));
    return faults.map((fault) => `${address}: ${fault}`);
  };
  expect(await visitAll(browser, installation.url, visitsOfAllPages(places), look, [pseudoLocale])).toEqual([]);
});
