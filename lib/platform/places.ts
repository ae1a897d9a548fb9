import { z } from "zod";

const zones = new Set(Intl.supportedValuesOf("timeZone").concat("UTC"));

export const TimeZone = z.string().refine((zone) => zones.has(zone), "Please choose a time zone from the list.");

const currencies = new Set(Intl.supportedValuesOf("currency"));

export const Currency = z.string().refine((code) => currencies.has(code), "Please choose a currency from the list.");

/** A BCP 47 tag that this runtime can format with. */
export const Locale = z.string().refine((tag) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}, "Please choose a language and region from the list.");
