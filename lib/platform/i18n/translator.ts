import "server-only";
import { IntlMessageFormat } from "intl-messageformat";
import { formatsLocale } from "./formats-locale";
import { languageOf, messagesOf } from "./messages";

/** Fills a message; keys are paths within the namespace. Throws where the message or a value is missing: nothing blank is ever sent. */
export interface Translator {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** Words outside of a request (mail, background work), in a person's language. Moments are values that somebody has written in their zone. */
export async function translatorFor(reader: { locale: string }, namespace?: string): Promise<Translator> {
  const messages = await messagesOf(languageOf(reader.locale));
  const locale = formatsLocale(reader.locale);
  const find = (key: string) => messageAt(messages, namespace ? `${namespace}.${key}` : key);
  const translate = (key: string, values?: Record<string, string | number>): string => {
    const message = find(key);
    if (message === undefined) throw new Error(`There is no message ${namespace ? `${namespace}.` : ""}${key}.`);
    return String(new IntlMessageFormat(message, locale).format(values));
  };
  return Object.assign(translate, { has: (key: string) => find(key) !== undefined });
}

function messageAt(messages: object, path: string): string | undefined {
  let found: unknown = messages;
  for (const part of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return typeof found === "string" ? found : undefined;
}
