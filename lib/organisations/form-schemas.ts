import { z } from "zod";

/*
 * The forms' side of the inputs: what was left empty is an empty text here. The commands check everything else again.
 */

const name = z
  .string()
  .trim()
  .min(2, "Please enter the name of the firm.")
  .max(120, "Please use at most 120 characters.");

const slug = z
  .string()
  .trim()
  .regex(
    /^$|^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/,
    "Please use small letters, digits and hyphens, at most 48 of them.",
  );

export const SettingsForm = z.strictObject({
  name,
  slug: slug.min(1, "Please enter an address."),
  locale: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  accent: z.string().regex(/^$|^#[0-9a-f]{6}$/i, "Please choose a colour like #1f6f78."),
  quietAfterDays: z
    .number("Please enter a number of days.")
    .int("Please enter whole days.")
    .min(3, "Please enter at least 3 days.")
    .max(90, "Please enter at most 90 days."),
  notesOpenings: z.boolean(),
  expectedVersion: z.number(),
});

export const CreateForm = z.strictObject({
  name,
  slug,
  plan: z.enum(["free", "premium", "enterprise"]),
  administratorName: z.string().trim().min(1, "Please enter a name."),
  administratorEmail: z.email("Please enter an e-mail address like name@company.com."),
});

export const SuspendForm = z.strictObject({
  organisationId: z.string(),
  reason: z.string().trim().min(1, "Please say why.").max(300, "Please use at most 300 characters."),
});

export const PlanForm = z.strictObject({
  organisationId: z.string(),
  plan: z.enum(["free", "premium", "enterprise"]),
  endTrial: z.boolean(),
  limits: z.record(z.string(), z.string().regex(/^\d{0,8}$/, "Please enter a whole number, or nothing.")),
});
