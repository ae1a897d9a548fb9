import { z } from "zod";

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const maybeDate = z
  .string()
  .refine(
    (value) => value === "" || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value),
    "This is not a date.",
  )
  .optional();

export const PlanOf = z.strictObject({ programmeId: id });
export const PlanRecordId = z.strictObject({ id });

export const WritePlanInput = z.strictObject({
  programmeId: id,
  /** 0 while nothing was written. */
  expectedVersion: z.int(),
  targetRoles: text(2000, "The target roles"),
  targetCompanies: text(4000, "The target companies"),
  alternative: text(2000, "The other way"),
});

const goalWords = {
  goal: text(2000, "The goal").min(1, "Say where this is to lead."),
  occupation: text(200, "The occupation"),
  motives: text(4000, "The motives"),
};

export const AddGoalInput = z.strictObject({ programmeId: id, ...goalWords });
export const EditGoalInput = z.strictObject({ id, expectedVersion: z.int(), ...goalWords });
export const MoveGoalInput = z.strictObject({ id, to: z.enum(["earlier", "later"]) });

const title = text(200, "The milestone").min(1, "Say what is reached then.");

/** In characters. */
export const longestStep = 300;

export const AddMilestoneInput = z.strictObject({
  programmeId: id,
  title,
  dueOn: maybeDate,
  /** One a line. */
  steps: text(4000, "The steps").optional(),
});
export const EditMilestoneInput = z.strictObject({ id, expectedVersion: z.int(), title, dueOn: maybeDate });
export const MarkInput = z.strictObject({ id, done: z.boolean() });
export const AddStepInput = z.strictObject({
  milestoneId: id,
  title: text(longestStep, "The step").min(1, "Say what is to be done."),
});
export const SignPlanInput = z.strictObject({
  programmeId: id,
  /** The edition that the person read. */
  edition: z.int(),
});
export const CompareInput = z.strictObject({ programmeId: id, edition: z.int() });
