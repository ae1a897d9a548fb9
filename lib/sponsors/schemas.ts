import { z } from "zod";

/*
 * What forms, actions and the API accept. Safe for the browser; the messages are what the person reads.
 */

const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const needed = (most: number, what: string, ask: string) => text(most, what).min(1, ask);
const id = z.uuid("This is not a known record.");
const civilDate = (ask: string) => z.iso.date(ask);
/** What a form leaves empty arrives as "" and means nothing. */
const maybe = (form: RegExp, problem: string) =>
  z
    .string()
    .refine((value) => value === "" || form.test(value), problem)
    .optional();
const maybeId = maybe(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "This is not a known record.");
const maybeDate = (what: string) =>
  maybe(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, `${what} is not a date.`);

export const RecordId = z.strictObject({ id });

const sponsorFields = {
  name: needed(120, "The name", "Give the company a name."),
  industry: text(80, "The industry"),
  place: text(120, "The place"),
};
export const CreateSponsorInput = z.strictObject(sponsorFields);
export const EditSponsorInput = z.strictObject({ id, expectedVersion: z.int(), ...sponsorFields });

export const SponsorContactInput = z.strictObject({ sponsorId: id, personId: id });

const price = z.strictObject({
  /** Minor units; a form has none until an amount is typed. */
  minor: z
    .int("The price is not an amount.")
    .min(0, "The price cannot be below zero.")
    .max(1_000_000_000, "This is more than a seat can cost.")
    .nullable()
    .refine((minor) => minor !== null, "Say what a seat costs. It may be 0."),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
});
const engagementFields = {
  packageId: id,
  reference: needed(60, "The contract", "Give the contract's number, as the company writes it."),
  seats: z.int("Say a whole number of seats.").min(1, "At least one seat.").max(100_000, "At most 100,000 seats."),
  price,
  fromOn: civilDate("Say from which day the contract counts."),
  toOn: civilDate("Say on which day the contract ends."),
};
const inOrder = (
  { fromOn, toOn }: { fromOn: string; toOn: string },
  context: { addIssue(issue: { code: "custom"; path: string[]; message: string }): void },
) => {
  if (toOn < fromOn)
    context.addIssue({ code: "custom", path: ["toOn"], message: "The last day lies before the first." });
};
export const CreateEngagementInput = z.strictObject({ sponsorId: id, ...engagementFields }).superRefine(inOrder);
export const EditEngagementInput = z
  .strictObject({ id, expectedVersion: z.int(), ...engagementFields })
  .superRefine(inOrder);

const separationFields = {
  engagementId: id,
  name: needed(120, "The name", "Give the event a name, such as “Linz works, March”."),
  handOverOn: civilDate("Say on which day the people are told."),
  place: text(160, "The place"),
  onSite: z.boolean(),
  onSitePersonId: maybeId,
  onSiteHours: text(160, "The hours"),
};
export const CreateSeparationInput = z.strictObject(separationFields);
export const EditSeparationInput = z.strictObject({ id, expectedVersion: z.int(), ...separationFields });

const listedFields = {
  name: needed(120, "The name", "Say who it is."),
  email: z.email("This is not a mail address. Check the part around the @."),
  lastRole: text(120, "The last role").optional(),
  noticeOn: maybeDate("The date of notice"),
  place: text(120, "The place").optional(),
  language: maybe(/^[a-z]{2}$/, "Write the language as two letters, such as de."),
  consultantId: maybeId,
};
export const ListPersonInput = z.strictObject({ separationEventId: id, ...listedFields });
export type ListPersonInput = z.infer<typeof ListPersonInput>;
export const EditListedInput = z.strictObject({ id, expectedVersion: z.int(), ...listedFields });
const { consultantId: _byId, ...writtenFields } = listedFields;
/** A row of a file: event and consultant as a person wrote them, to be looked up. The event is needed where nobody said which one it is. */
export const ListFromFileInput = z
  .strictObject({
    ...writtenFields,
    event: text(120, "The event").optional(),
    separationEventId: id.optional(),
    consultant: text(200, "The consultant").optional(),
  })
  .superRefine(({ event, separationEventId }, context) => {
    if (!event && !separationEventId)
      context.addIssue({ code: "custom", path: ["event"], message: "Name the separation event." });
  });
export const UnlistPersonInput = z.strictObject({ id, expectedVersion: z.int() });
export const AssignListedInput = z.strictObject({ id, consultantId: id });
