import "server-only";
import { createTranslator } from "next-intl";
import { formatsLocale } from "./formats-locale";
import { languageOf, messagesOf } from "./messages";

/** Fills a message; keys are paths within the namespace. Throws where the message or a value is missing: nothing blank is ever sent. */
export interface Translator {
  (key: string, values?: Record<string, string | number | Date>): string;
  has(key: string): boolean;
}

/** Words outside of a request (mail, background work), in a person's language and zone. */
export async function translatorFor(
  reader: { locale: string; timeZone: string },
  namespace?: string,
): Promise<Translator> {
  const messages = await messagesOf(languageOf(reader.locale));
  return createTranslator({
    locale: formatsLocale(reader.locale),
    timeZone: reader.timeZone,
    messages: messages as Record<string, never>,
    ...(namespace ? { namespace: namespace as never } : {}),
    onError: (error) => {
      throw error;
    },
  }) as unknown as Translator;
}
