import { z } from "zod";
import { EmailAddress, LinkToken, NewPassword, PersonName } from "@/lib/identity/schemas";
import { reservedSlugs } from "@/lib/organisations/slug";

export const OrganisationName = z
  .string()
  .trim()
  .min(2, "Please enter the name of your firm.")
  .max(120, "Please use at most 120 characters.");

export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, "Please use small letters, digits and hyphens, at most 48 of them.")
  .refine((slug) => !reservedSlugs.has(slug), "This word is taken by Landfall itself. Please choose another.");

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

/** Where a person is, as their browser says; what is not known is left to the defaults. */
const Place = { timeZone: TimeZone.optional().catch(undefined), locale: Locale.optional().catch(undefined) };

export const SignUpInput = z.strictObject({
  organisationName: OrganisationName,
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
  ...Place,
});

export const ConfirmSignUpInput = z.strictObject({ token: LinkToken });

export const SetUpInput = SignUpInput;

export const Plan = z.enum(["free", "premium", "enterprise"]);
