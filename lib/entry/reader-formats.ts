import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { actorIfAny } from "@/lib/identity/current-actor";
import { env } from "@/lib/platform/env";
import { formatsLocale, localeOfHeader } from "@/lib/platform/i18n/formats-locale";
import { compiledMessagesOf } from "@/lib/platform/i18n/compiled";
import { languageOf } from "@/lib/platform/i18n/messages";
import { pseudoLocale } from "@/lib/platform/i18n/pseudo";
import { placeHeader } from "@/lib/platform/request-id";

/** Chooses the pseudo-locale in a demo and in development; no page offers it. */
const languageCookie = "landfall-language";

/**
 * What next-intl knows in one request: the messages, and in whose formats and zone moments and figures are written. In an
 * organisation those are the person's, where they chose none the organisation's; outside of one the browser's language and UTC.
 */
export default getRequestConfig(async () => {
  const reader = (await readerInOrganisation()) ?? {
    locale: localeOfHeader((await headers()).get("accept-language")),
    timeZone: "UTC",
  };
  return {
    locale: formatsLocale(reader.locale),
    timeZone: reader.timeZone,
    messages: await compiledMessagesOf(languageOf(reader.locale), (await wantsPseudo()) ? "pseudo" : "plain"),
  };
});

/** The signed-in person in the organisation of the address; null where there is none of both, or not for them. */
async function readerInOrganisation(): Promise<{ locale: string; timeZone: string } | null> {
  const slug = (await headers()).get(placeHeader);
  return slug ? actorIfAny(slug) : null;
}

async function wantsPseudo(): Promise<boolean> {
  if (env.LANDFALL_ENV === "production" && !env.LANDFALL_DEMO) return false;
  return (await cookies()).get(languageCookie)?.value === pseudoLocale;
}
