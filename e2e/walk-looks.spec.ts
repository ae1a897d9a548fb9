import { demoPlaces } from "./support/demo-places";
import { expect, test } from "./support/journey";
import { faultsOf } from "./support/page-look";
import { visitAll, visitsOfAllPages } from "./support/page-visits";

/* Every page of the application, once in a browser. */

// The recording of a trace speaks in every frame, which a mail's frame does not allow.
test.use({ trace: "off" });

test("every page is accessible in both themes, fits a phone, and prints no error", async ({
  browser,
  installation,
}) => {
  test.setTimeout(900_000);
  const visits = visitsOfAllPages(await demoPlaces(installation));
  expect(await visitAll(browser, installation.url, visits, (page, { address }) => faultsOf(page, address))).toEqual([]);
});
