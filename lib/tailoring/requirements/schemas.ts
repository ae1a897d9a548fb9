import { z } from "zod";
import { mostSkills } from "./most-skills";
import { ratePeriods, requirementStatuses, workModes } from "./status";

/*
 * What forms, actions and the API accept for requirements. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const maybe = (form: RegExp, problem: string) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || form.test(value), problem)
    .optional();
const maybeDate = (what: string) =>
  maybe(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, `${what} is not a date.`);
const maybeId = maybe(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "This is not a known record.");
/** An amount of the currency, typed with or without cents; "" for none. */
const maybeAmount = maybe(/^\d{1,7}(?:[.,]\d{1,2})?$/, "Write an amount, such as 85 or 92.50.");

export const RequirementId = z.strictObject({ id });

const skill = z.strictObject({
  name: text(60, "The skill").min(1, "Name the skill, or take the line away."),
  need: z.enum(["must", "nice"], "Say whether it is needed."),
  /** A form's number arrives as text. */
  years: maybe(/^(?:\d|[1-3]\d|40)$/, "Write whole years from 0 to 40."),
  /** The words that ask for it, where they are known. */
  evidence: text(500, "The line").optional(),
});
export type RequirementSkill = z.infer<typeof skill>;

const fields = {
  title: text(160, "The title").min(1, "Say who is looked for."),
  clientName: text(160, "The client").optional(),
  vendorName: text(160, "The vendor").optional(),
  vendorContact: text(160, "The contact").optional(),
  vendorEmail: maybe(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "This is not a mail address. Check the part around the @.").refine(
    (value) => (value ?? "").length <= 254,
    "The mail address is longer than 254 characters.",
  ),
  vendorPhone: text(60, "The phone number").optional(),
  place: text(160, "The place").optional(),
  workMode: z.enum(["", ...workModes]).optional(),
  rateFrom: maybeAmount,
  rateTo: maybeAmount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency has three capital letters, such as EUR.")
    .optional(),
  ratePer: z.enum(ratePeriods).optional(),
  startsOn: maybeDate("The first day"),
  candidatesBy: maybeDate("The day for candidates"),
  teamId: maybeId,
  description: text(40_000, "The description").optional(),
  /** Where its words came from; the file stays with it. */
  source: z.enum(["typed", "mail", "file"]).optional(),
  sourceFileId: maybeId,
  skills: z.array(skill).max(mostSkills, `At most ${mostSkills} skills.`),
};

export const AddRequirementInput = z.strictObject(fields);
export const EditRequirementInput = z.strictObject({ id, expectedVersion: z.int(), ...fields });
export type RequirementFields = z.infer<typeof AddRequirementInput>;

const mail = z
  .string()
  .min(1, "Paste the mail first.")
  .max(200_000, "This is more than a mail. Take the part that asks for somebody.");
export const ReadMailInput = z.strictObject({ text: mail });
/** A mail that was pasted, or a file. */
export const ReadSourceInput = z
  .strictObject({ text: mail.optional(), fileId: id.optional() })
  .refine(({ text: pasted, fileId }) => (pasted === undefined) !== (fileId === undefined), {
    message: "Paste the mail, or take a file.",
    path: ["text"],
  });
export type ReadSourceInput = z.infer<typeof ReadSourceInput>;

export const SetStatusInput = z.strictObject({ id, status: z.enum(requirementStatuses) });
