import { z } from "zod";

/*
 * What forms, actions and the API accept for candidates. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);

export const CandidateId = z.strictObject({ id });
export const AddCandidateInput = z.strictObject({
  fileId: id,
  teamId: z.union([id, z.literal("")]).optional(),
});
export const AddCandidateResumeInput = z.strictObject({ id, fileId: id });

export const EditCandidateInput = z.strictObject({
  id,
  expectedVersion: z.int(),
  name: text(120, "The name").min(1, "Say who it is."),
  headline: text(160, "The headline"),
  phone: text(60, "The phone number"),
  location: text(120, "The place"),
});

/** What a resume says of whom it is about, as the background function stores it. */
export const DescribeCandidateInput = z.strictObject({
  resumeId: id,
  skills: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        lastUsed: z.string().regex(/^(?:\d{4}-\d{2})?$/),
        months: z.int().min(0).max(1200),
      }),
    )
    .max(400),
  name: text(120, "The name").nullable(),
  headline: text(160, "The headline").nullable(),
  phone: text(60, "The phone number").nullable(),
  location: text(120, "The place").nullable(),
});
