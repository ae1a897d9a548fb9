import { z } from "zod";
import { submissionStages } from "./stages";

/*
 * What forms, actions and the API accept for submissions. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);

export const SubmissionId = z.strictObject({ id });
export const PutForwardInput = z.strictObject({ requirementId: id, candidateId: id });

export const MoveSubmissionInput = z.strictObject({
  id,
  stage: z.enum(submissionStages),
  /** Needed where it ends without a position. */
  reason: text(1000, "The reason").optional(),
});

/** A form's `datetime-local` is a time in the zone of the person who types it; "" takes it away. */
export const PlanInterviewInput = z.strictObject({
  id,
  expectedVersion: z.int(),
  interviewAt: z
    .string()
    .regex(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, "Say on which day and when, or leave it empty."),
  note: text(4000, "The note"),
});
