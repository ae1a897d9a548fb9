import { z } from "zod";
import { EmailAddress, LinkToken, NewPassword, PersonName } from "@/lib/identity/schemas";
import { Currency, Locale, TimeZone } from "@/lib/platform/places";
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

export const SetUpInput = SignUpInput.extend({});

export const Plan = z.enum(["free", "premium", "enterprise"]);

/** `#rrggbb`; empty for Landfall's own. */
const Accent = z.union([
  z.literal("").transform(() => null),
  z.string().regex(/^#[0-9a-f]{6}$/i, "Please choose a colour like #1f6f78."),
  z.null(),
]);

export const SettingsInput = z.strictObject({
  name: OrganisationName,
  slug: Slug,
  locale: Locale,
  timeZone: TimeZone,
  currency: Currency,
  accent: Accent,
  /** After how many days without contact a consultant is told. Left out: as it is. */
  quietAfterDays: z.coerce
    .number("Please enter a number of days.")
    .int("Please enter whole days.")
    .min(3, "Please enter at least 3 days.")
    .max(90, "Please enter at most 90 days.")
    .optional(),
  /** Whether whoever sends a letter may ask to see when it is opened. Left out: as it is. */
  notesOpenings: z.boolean().optional(),
  expectedVersion: z.coerce.number().int().min(1),
});

export const ModulesInput = z.strictObject({ modules: z.array(z.string().max(60)).max(60) });

export const CreateInput = z.strictObject({
  name: OrganisationName,
  slug: z.union([z.literal("").transform(() => undefined), Slug]).optional(),
  plan: Plan,
  administratorName: PersonName,
  administratorEmail: EmailAddress,
});

const OrganisationId = { organisationId: z.uuid() };

/** A limit that was agreed on, instead of the plan's; empty goes back to the plan's. */
const AgreedLimit = z.union([
  z.literal("").transform(() => null),
  z.coerce.number().int().min(0).max(10_000_000),
  z.null(),
]);

export const PlanInput = z.strictObject({
  ...OrganisationId,
  plan: Plan,
  /** Ends a trial that is running, so that the plan stays. */
  endTrial: z.boolean().optional(),
  limits: z.record(z.string(), AgreedLimit).optional(),
});

export const SwitchModulesInput = ModulesInput.extend(OrganisationId);

export const SuspendInput = z.strictObject({
  ...OrganisationId,
  reason: z.string().trim().min(1, "Please say why.").max(300, "Please use at most 300 characters."),
});

export const ResumeInput = z.strictObject(OrganisationId);
