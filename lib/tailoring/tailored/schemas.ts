import { z } from "zod";
import { Decision, DraftPoint, mostPoints } from "./draft-schema";

export const SubmissionOnly = z.strictObject({ submissionId: z.uuid() });

/** Points to begin with; the library's where none are given. */
export const BeginInput = z.strictObject({
  ...SubmissionOnly.shape,
  points: z
    .array(DraftPoint.omit({ id: true }))
    .max(mostPoints)
    .optional(),
});

const Seen = z.strictObject({ ...SubmissionOnly.shape, expectedVersion: z.int().positive() });

/** Parts that are not given stay as they are. */
export const ChangeDraftInput = z.strictObject({
  ...Seen.shape,
  points: z.array(DraftPoint).max(mostPoints, `A resume takes ${mostPoints} points at most.`).optional(),
  decided: z.record(z.string().max(40), Decision).optional(),
  pages: z.number().min(0).max(20).nullable().optional(),
});

export const TakeResumeInput = z.strictObject({ ...Seen.shape, resumeId: z.uuid() });
export const ApplyInput = Seen;
export const PutBackDraftInput = Seen;
export const ForgetRolesInput = Seen;
/** With the version of the plan that gives way. */
export const RestoreVersionInput = z.strictObject({ versionId: z.uuid(), expectedVersion: z.int().positive() });
export const VersionId = z.strictObject({ versionId: z.uuid() });

/** Paragraphs in which roles begin, and the first one behind the work history. */
export const MarkRolesInput = z.strictObject({
  ...Seen.shape,
  headers: z
    .array(z.int().nonnegative())
    .min(1, "Click where the first role begins.")
    .max(100, "A resume has 100 roles at most."),
  end: z.int().nonnegative().nullable().default(null),
});

const mostAtOnce = 500;
const ids = (what: string) =>
  z
    .array(z.uuid())
    .min(1, `Choose at least one ${what}.`)
    .max(mostAtOnce, `Choose ${mostAtOnce} at most.`)
    .transform((all) => [...new Set(all)]);

/** Many resumes for one requirement, or one for many. */
export const StartBatchInput = z.union([
  z.strictObject({ requirementId: z.uuid(), candidateIds: ids("candidate") }),
  z.strictObject({ candidateId: z.uuid(), requirementIds: ids("requirement") }),
]);

export const BatchId = z.strictObject({ id: z.uuid() });

export const PointChoicesInput = z.strictObject({
  ...SubmissionOnly.shape,
  search: z.string().max(200).optional(),
});
