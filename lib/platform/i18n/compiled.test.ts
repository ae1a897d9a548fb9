import format from "icu-minify/format";
import { expect, test } from "vitest";
import { compiledMessagesOf } from "@/lib/platform/i18n/compiled";
import { defaultLocale, messagesOf } from "@/lib/platform/i18n/messages";
import { translatorFor } from "@/lib/platform/i18n/translator";

const formatters = {
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
};

test("a page and a mail say each message of the product in the same words", async () => {
  const compiled = await compiledMessagesOf(defaultLocale);
  const mail = await translatorFor({ locale: "en-GB" });
  const texts = [...messagesIn(await messagesOf(defaultLocale))];
  expect(texts.length).toBeGreaterThan(500);
  for (const [key, message] of texts) {
    // What stands in tags is a page's alone.
    if (message.includes("<")) continue;
    for (const count of [0, 1, 2, 1234]) {
      const values = valuesFor(message, count);
      const parts = key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], compiled);
      const said = format(parts as Parameters<typeof format>[0], "en-GB", values, { formatters });
      // A case without words is no part at all.
      expect(String(said), key).toBe(mail(key, values));
    }
  }
});

test("they can be sent to a browser as they are", async () => {
  const compiled = await compiledMessagesOf(defaultLocale);
  const withoutPrototype = (tree: unknown): boolean =>
    typeof tree === "object" &&
    tree !== null &&
    (Object.getPrototypeOf(tree) === null || Object.values(tree).some(withoutPrototype));
  expect(withoutPrototype(compiled)).toBe(false);
});

test("the pseudo-locale is ready to be filled too", async () => {
  const { ui } = await compiledMessagesOf(defaultLocale, "pseudo");
  expect(ui?.["yes"]).toMatch(/^⟦.*⟧$/);
});

test("a mail is not written with a hole in it", async () => {
  const mail = await translatorFor({ locale: "en" });
  expect(() => mail("batches.more", {})).toThrow(/count/);
  expect(() => mail("batches.nowhere")).toThrow("There is no message batches.nowhere.");
});

function* messagesIn(tree: unknown, above = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree as Record<string, unknown>)) {
    if (typeof value === "string") yield [`${above}${key}`, value];
    else yield* messagesIn(value, `${above}${key}.`);
  }
}

type Values = Record<string, string | number>;

/** A figure for what is counted or a number, a word for everything else. */
function valuesFor(message: string, count: number): Values {
  const values: Values = {};
  for (const [, name = "", kind] of message.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g))
    if (!(name in values) || kind) values[name] = valueOf(kind, count);
  return values;
}

function valueOf(kind: string | undefined, count: number): string | number {
  if (kind === "date" || kind === "time")
    throw new Error("A moment is written by `format.dateTime`, in the reader's zone.");
  return kind === "plural" || kind === "number" || kind === "selectordinal" ? count : "word";
}
