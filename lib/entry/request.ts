import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { localeOfHeader } from "@/lib/platform/i18n/formats-locale";
import { addressHeader } from "@/lib/platform/request-log";

/** The request at hand: its id (made by the proxy), the address it came from, the browser. */
export const requestFacts = cache(async () => {
  const given = await headers();
  return {
    requestId: given.get("x-request-id") ?? randomUUID(),
    address: given.get(addressHeader) ?? "",
    userAgent: given.get("user-agent") ?? "",
    /** The first language the browser asks for; null when it says none. */
    locale: localeOfHeader(given.get("accept-language")),
    nonce: given.get("x-nonce") ?? undefined,
  };
});
