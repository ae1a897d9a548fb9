import { z } from "zod";
import { careerLevels, languageLevels, relocations, workFunctions } from "./facts";

const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);
const oneOf = <const Values extends readonly string[]>(values: Values) => z.union([z.literal(""), z.enum(values)]);

const language = z.strictObject({
  code: z.string().regex(/^[a-z]{2}$/, "Choose a language."),
  level: z.enum(languageLevels, "Say how well."),
});

const languages = z
  .array(language)
  .max(12, "At most 12 languages.")
  .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, "One language stands there twice.");

const pay = z.strictObject({
  minor: z.int("This is not an amount.").min(0, "Pay is not less than nothing.").max(1e12, "This is too much."),
  currency: z.string().regex(/^[A-Z]{3}$/, "This is not a currency."),
});

const said = {
  headline: text(160),
  workFunction: oneOf(workFunctions),
  industry: text(80),
  careerLevel: oneOf(careerLevels),
  languages,
  relocation: oneOf(relocations),
  goals: text(3000),
};

/** A whole profile at a glance, as it replaces the one that was seen. */
export const WriteProfileInput = z.strictObject({
  personId: z.uuid("This person is not known."),
  /** 0 where there was none yet. */
  expectedVersion: z.int().min(0),
  ...said,
  experienceYears: z.int().min(0).max(70, "At most 70 years.").nullable(),
  locations: z.array(text(80).min(1)).max(10, "At most 10 places."),
  noticeWeeks: z.int().min(0).max(104, "At most 104 weeks.").nullable(),
  targetPay: pay.nullable(),
});

/** The same as a form holds it: figures and places as they are typed. */
export const ProfileForm = z.strictObject({
  ...said,
  experienceYears: z.string().regex(/^\s*(?:[0-6]?\d|70)?\s*$/, "Give a number of years, at most 70."),
  locations: z
    .string()
    .max(900, "These are too many places.")
    .refine((typed) => placesIn(typed).length <= 10, "At most 10 places.")
    .refine((typed) => placesIn(typed).every((place) => place.length <= 80), "A place has at most 80 characters."),
  noticeWeeks: z.string().regex(/^\s*(?:\d{1,2}|10[0-4])?\s*$/, "Give a number of weeks, at most 104."),
  targetPay: pay.extend({ minor: pay.shape.minor.nullable() }),
  expectedVersion: z.int().min(0),
});
export type ProfileFormValues = z.infer<typeof ProfileForm>;

/** What the command takes of what the form holds. */
export function profileInput(personId: string, typed: ProfileFormValues): z.input<typeof WriteProfileInput> {
  const { minor, currency } = typed.targetPay;
  return {
    ...typed,
    personId,
    experienceYears: typed.experienceYears.trim() ? Number(typed.experienceYears) : null,
    noticeWeeks: typed.noticeWeeks.trim() ? Number(typed.noticeWeeks) : null,
    locations: placesIn(typed.locations),
    targetPay: minor === null ? null : { minor, currency },
  };
}

/** Places between commas or lines. */
const placesIn = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((place) => place.trim())
    .filter(Boolean);
