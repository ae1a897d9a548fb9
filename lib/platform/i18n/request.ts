import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { env } from "@/lib/platform/env";
import { defaultLocale, messagesOf } from "./messages";
import { pseudoLocale, pseudoMessages } from "./pseudo";

/** Chooses the pseudo-locale in a demo and in development; no page offers it. */
const languageCookie = "landfall-language";

/** What next-intl knows in one request: the locale and its messages, a namespace for each file in messages/<locale>/. */
export default getRequestConfig(async () => {
  const messages = await messagesOf(defaultLocale);
  return {
    // The product is written in British English; its dates and figures follow.
    locale: "en-GB",
    messages: (await wantsPseudo()) ? pseudoMessages(messages) : messages,
    timeZone: "UTC",
  };
});

async function wantsPseudo(): Promise<boolean> {
  if (env.LANDFALL_ENV === "production" && !env.LANDFALL_DEMO) return false;
  return (await cookies()).get(languageCookie)?.value === pseudoLocale;
}
