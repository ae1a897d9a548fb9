import { demoPlaces } from "./support/demo-places";
import { wordsOfDemo } from "./support/demo-words";
import { expect, test } from "./support/journey";
import { open } from "./support/page-look";
import { textsOf } from "./support/page-texts";
import { visitAll, visitsOfAllPages } from "./support/page-visits";
import { untranslated } from "./support/untranslated";

/* Every page in the pseudo-locale: what a page says by itself must come from the messages. */

const pseudoLocale = { name: "landfall-language", value: "en-XA" };

// The recording of a trace speaks in every frame, which a mail's frame does not allow.
test.use({ trace: "off" });

test("what pages say by themselves comes from the messages", async ({ browser, installation }) => {
  test.setTimeout(900_000);
  const places = await demoPlaces(installation);
  const data = await wordsOfDemo(installation, places);
  const visits = visitsOfAllPages(places).filter(({ address }) => address !== "/styleguide");
  const look = async (page: Parameters<typeof open>[0], { address }: { address: string }) => {
    await open(page, address);
    const texts = await textsOf(page);
    expect(
      texts.some(({ text }) => text.includes("⟦")),
      `${address} speaks the pseudo-locale`,
    ).toBe(true);
    return untranslated(texts, data).map((fault) => `${address}: ${fault}`);
  };
  expect(await visitAll(browser, installation.url, visits, look, [pseudoLocale])).toEqual([]);
});
