import { getRequestConfig } from "next-intl/server";
import { defaultLocale, messagesOf } from "./messages";

/** What next-intl knows in one request: the locale and its messages, a namespace for each file in messages/<locale>/. */
export default getRequestConfig(async () => ({
  // The product is written in British English; its dates and figures follow.
  locale: "en-GB",
  messages: await messagesOf(defaultLocale),
  timeZone: "UTC",
}));
