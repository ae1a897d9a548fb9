import { z } from "zod";
import { outreachKinds } from "@/lib/job-search/rules/outreach-kinds";
import { stages } from "@/lib/job-search/rules/stages";
import { payInput, yearlyPay } from "@/lib/programmes/forms";
import { Pay } from "@/lib/programmes/schemas";

/*
 * What forms, actions, imports and the API accept. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const version = z.int();
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const needed = (most: number, what: string, ask: string) => text(most, what).min(1, ask);

/** What a form leaves empty arrives as "" and means nothing. */
const maybe = (form: RegExp, problem: string) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || form.test(value), problem)
    .optional();
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const maybeDate = (what: string) => maybe(day, `${what} is not a date.`);
const maybeId = maybe(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "This is not a known record.");
const maybeLink = maybe(/^https?:\/\/\S+$/, "A link begins with https:// and has no spaces.").refine(
  (value) => (value ?? "").length <= 1000,
  "The link is longer than 1000 characters.",
);
const maybeMail = maybe(
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  "This is not a mail address. Check the part around the @.",
).refine((value) => (value ?? "").length <= 254, "The mail address is longer than 254 characters.");

/** A year's pay as a whole number of the currency's units, typed with or without separators; "" for none. */
const maybePay = maybe(/^\d{1,3}(?:[ ,.'’]?\d{3})*$/, "Write a whole number, such as 140000.").refine(
  (value) => (value ?? "").replace(/\D/g, "").length <= 10,
  "This is more than anybody earns.",
);

export const RecordId = z.strictObject({ id });
export const PersonOfSearch = z.strictObject({ personId: id });

const opportunityFields = {
  title: needed(160, "The role", "Say which role it is."),
  companyName: needed(160, "The company", "Say with which company."),
  place: text(160, "The place").optional(),
  source: text(160, "The source").optional(),
  link: maybeLink,
  payFrom: maybePay,
  payTo: maybePay,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency has three capital letters, such as EUR.")
    .optional(),
  nextAction: text(300, "The next action").optional(),
  nextActionOn: maybeDate("The day of the next action"),
  notes: text(10_000, "The notes").optional(),
};

export const AddOpportunityInput = z.strictObject({
  personId: id,
  stage: z.enum(["target", "applied", "interviewing", "offer"]).optional(),
  ...opportunityFields,
});
export const EditOpportunityInput = z.strictObject({ id, expectedVersion: version, ...opportunityFields });
export type OpportunityFields = Omit<z.infer<typeof EditOpportunityInput>, "id" | "expectedVersion">;

export const MoveOpportunityInput = z.strictObject({
  id,
  stage: z.enum(stages),
  /** Needed where it ends without a position. */
  reason: text(500, "The reason").optional(),
});

const acceptedOffer = z.strictObject({
  id,
  acceptedOn: z.string().regex(day, "Say on which day you accepted."),
  startsOn: maybeDate("The first day"),
});

const checkDays = (offer: z.infer<typeof acceptedOffer>, context: z.RefinementCtx) => {
  if (offer.startsOn && offer.startsOn < offer.acceptedOn)
    context.addIssue({ code: "custom", path: ["startsOn"], message: "The first day lies before the acceptance." });
};

export const AcceptOfferInput = z
  /** What was agreed; left out where the person keeps it to themselves. */
  .strictObject({ ...acceptedOffer.shape, pay: Pay.optional() })
  .superRefine(checkDays);

/** The same as its form holds it. */
export const AcceptOfferForm = z.strictObject({ ...acceptedOffer.shape, pay: yearlyPay }).superRefine(checkDays);
export type AcceptOfferValues = z.infer<typeof AcceptOfferForm>;

/** What the command takes of the form. */
export const acceptInput = ({ pay, ...rest }: AcceptOfferValues): z.input<typeof AcceptOfferInput> => ({
  ...rest,
  pay: payInput(pay),
});

const contactFields = {
  name: needed(160, "The name", "Say who it is."),
  companyName: text(160, "The company").optional(),
  role: text(160, "The role").optional(),
  /** 1 met once, 2 knows well, 3 would vouch. A form's choice arrives as text. */
  strength: z.enum(["1", "2", "3"], "Choose how well you know each other.").optional(),
  relation: text(500, "How you know each other").optional(),
  email: maybeMail,
  phone: text(60, "The phone number").optional(),
  notes: text(10_000, "The notes").optional(),
  private: z.boolean().optional(),
};

export const AddContactInput = z.strictObject({
  personId: id,
  ...contactFields,
  connectedOn: maybeDate("The day on which you connected"),
});
/** Contacts of one person, all or none. */
export const AddContactsInput = z.strictObject({
  personId: id,
  contacts: z
    .array(AddContactInput.omit({ personId: true }))
    .min(1, "Name at least one contact.")
    .max(500),
});
export const EditContactInput = z.strictObject({ id, expectedVersion: version, ...contactFields });
export const RemoveImportedInput = z.strictObject({ id, expectedVersion: version });

const companyFields = {
  name: needed(160, "The company", "Say which company it is."),
  website: maybeLink,
  place: text(160, "The place").optional(),
  fit: z.enum(["0", "1", "2", "3"], "Choose how well it fits.").optional(),
  notes: text(10_000, "The notes").optional(),
};

export const AddCompanyInput = z.strictObject({ personId: id, ...companyFields });
export const EditCompanyInput = z.strictObject({ id, expectedVersion: version, ...companyFields });

export const LogOutreachInput = z
  .strictObject({
    personId: id,
    contactId: maybeId,
    opportunityId: maybeId,
    kind: z.enum(outreachKinds),
    /** Today where it is left out. */
    on: maybeDate("The day"),
    note: text(4000, "The note").optional(),
    followUpOn: maybeDate("The day to follow up"),
  })
  .superRefine((entry, context) => {
    if (!entry.contactId && !entry.opportunityId)
      context.addIssue({ code: "custom", path: ["contactId"], message: "Choose whom you turned to." });
    if (entry.followUpOn && entry.on && entry.followUpOn < entry.on)
      context.addIssue({ code: "custom", path: ["followUpOn"], message: "You cannot follow up before it happened." });
  });

const planned = z
  .union([
    z.int(),
    z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, "Write a number from 0 to 99.")
      .transform(Number),
  ])
  .refine((value) => value >= 0 && value <= 99, "Write a number from 0 to 99.");

export const PlanWeekInput = z.strictObject({
  personId: id,
  /** A Monday. */
  monday: z.string().regex(day, "This is not a date."),
  contacts: planned,
  applications: planned,
  conversations: planned,
});

export const AddCriterionInput = z.strictObject({
  personId: id,
  name: needed(80, "The name", "Say what matters to you."),
});
export const WeighCriterionInput = z.strictObject({ id, weight: z.int().min(0).max(5) });
export const ScoreOfferInput = z.strictObject({
  opportunityId: id,
  criterionId: id,
  score: z.int().min(1).max(5),
});
export const WeekInput = z.strictObject({ personId: id });
export const ProgrammeOfSearch = z.strictObject({ programmeId: id });
