import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { defaultLocale, messagesOf } from "@/lib/platform/i18n/messages";
import { pseudo, pseudoMessages } from "@/lib/platform/i18n/pseudo";

describe("the pseudo-locale", () => {
  test("keeps values, tags and plural rules, and changes the words of each case", () => {
    expect(pseudo("Hello {name}")).toBe("⟦ĥéļļö {name}··⟧");
    expect(pseudo("<b>{count, plural, one {# day} other {# days}}</b> left")).toContain(
      "<b>{count, plural, one {# ðáý} other {# ðáýš}}</b> ļéƒţ",
    );
  });

  test("every message of the product can be read, in English and in it", async () => {
    const messages = (await messagesOf(defaultLocale)) as Record<string, unknown>;
    const faults: string[] = [];
    for (const tree of [messages, pseudoMessages(messages)]) {
      const t = createTranslator({
        locale: "en",
        messages: tree,
        // Values are missing on purpose; what counts is that the message has a form that can be read.
        onError: (error) => {
          if (error.code === "INVALID_MESSAGE") faults.push(error.message);
        },
      }) as unknown as { raw(key: string): unknown } & ((key: string) => string);
      for (const key of keysOf(tree)) t(key);
    }
    expect(faults).toEqual([]);
  });
});

const keysOf = (tree: unknown, above = ""): string[] =>
  Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === "string" ? [`${above}${key}`] : keysOf(value, `${above}${key}.`),
  );
