import { expect, test } from "vitest";
import { formatsLocale, localeOfHeader } from "@/lib/platform/i18n/formats-locale";

test("words stay in the language of the messages, conventions are the region's", () => {
  expect(formatsLocale("de-CH")).toBe("en-CH");
  expect(formatsLocale("de-AT")).toBe("en-AT");
  expect(formatsLocale("en-US")).toBe("en-US");
  expect(formatsLocale("en-gb")).toBe("en-GB");
});

test("what nobody knows is written as the house writes", () => {
  for (const locale of ["tr-TR", "de", "en", "", null, undefined, "not a locale", "en-XA"])
    expect(formatsLocale(locale)).toBe("en-GB");
});

test("a browser's first wish counts, by its weight", () => {
  expect(localeOfHeader("de-CH,de;q=0.9,en;q=0.8")).toBe("de-CH");
  expect(localeOfHeader("en;q=0.3, fr-ch;q=0.7")).toBe("fr-CH");
  expect(localeOfHeader("de-CH;q=0, en-US;q=0.1")).toBe("en-US");
  for (const nothing of [null, undefined, "", "*", "<script>;q=x"]) expect(localeOfHeader(nothing)).toBeNull();
});
