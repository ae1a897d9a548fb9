import { z } from "zod";
import { Reason } from "./exclusion-schema";

const id = z.uuid("This is not a known record.");

/** A promise for one metric, as its form has it: in minutes and percent. */
export const PromiseFields = z.strictObject({
  metric: z.string().min(1).max(60),
  minutes: z.int("Please enter whole minutes.").min(1, "At least one minute.").max(525_600, "At most a year."),
  /** Minutes of work, or of the clock on the wall. */
  time: z.enum(["business", "calendar"]),
  /** After how much of it whoever is responsible is warned, in percent. */
  warnAt: z
    .array(z.int().min(1, "At least 1 %.").max(99, "At most 99 %."))
    .max(5, "At most five warnings.")
    .refine((shares) => new Set(shares).size === shares.length, "The same share stands there twice."),
  /** Who else hears of a breach, and after how many minutes of work. */
  escalations: z
    .array(
      z
        .strictObject({
          afterMinutes: z.int("Please enter whole minutes.").min(0).max(525_600, "At most a year."),
          people: z.array(id).max(20, "At most twenty people."),
          overseers: z.boolean(),
        })
        .refine(({ people, overseers }) => overseers || people.length > 0, {
          message: "Choose who is told.",
          path: ["people"],
        }),
    )
    .max(5, "At most five steps.")
    .refine(
      (steps) => steps.every((step, place) => place === 0 || step.afterMinutes > steps[place - 1]!.afterMinutes),
      "Each step comes later than the one before.",
    ),
});

const policyFields = {
  name: z.string().trim().min(1, "Give it a name.").max(80, "Please use at most 80 characters."),
  /** By trait the values of which a record must have one; without traits it is of all records. */
  matches: z.record(z.string().max(40), z.array(z.string().min(1).max(80)).min(1, "Choose at least one.").max(100)),
  calendarId: id,
  promises: z
    .array(PromiseFields)
    .min(1, "A policy promises something.")
    .max(20)
    .refine(
      (promises) => new Set(promises.map(({ metric }) => metric)).size === promises.length,
      "Each is promised once.",
    ),
  /** What becomes of clocks that run: they take it, or go on by what they have. */
  open: z.enum(["apply", "keep"]),
};

export const AddPolicyInput = z.strictObject(policyFields);
export const EditPolicyInput = z.strictObject({ id, expectedVersion: z.int().min(1), ...policyFields });
/** What somebody is about to save of a policy; without id it is not there yet. */
export const WhatIfPolicyInput = z.strictObject({ id: id.optional(), ...policyFields });
export type PolicyFields = z.output<typeof AddPolicyInput>;

export const PolicyId = z.strictObject({ id });

export const ClockId = z.strictObject({ id });

export const AskExclusionInput = z.strictObject({ clockId: id, reason: Reason });
export const DecideExclusionInput = z.strictObject({
  id,
  approve: z.boolean(),
  note: z.string().trim().max(500, "Please use at most 500 characters.").default(""),
});
export const ExclusionId = z.strictObject({ id });

/** Where a round over all open clocks goes on. */
export const RefreshInput = z.strictObject({ after: id.nullable() });
