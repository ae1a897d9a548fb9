import { z } from "zod";

/*
 * What is intended for a resume. Safe for the browser; the messages are what the person reads.
 */

/** Points of a resume at most: what is more is no resume any longer. */
export const mostPoints = 200;

/** A point that may go into a resume, as the recruiter has it now. */
export const DraftPoint = z.strictObject({
  /** The same through every change of the draft. */
  id: z.string().min(1).max(40),
  technology: z.string().trim().min(1, "Say which technology it is about.").max(80),
  text: z.string().trim().min(1, "Write the point.").max(1_000),
  /** Where it comes from, so that its use is counted. */
  libraryPointId: z.uuid().nullable().default(null),
});
export type DraftPoint = z.output<typeof DraftPoint>;

/** What a recruiter decided on a point: left out, or a role and perhaps the bullet behind which it goes. */
export const Decision = z
  .strictObject({ role: z.int().nonnegative(), after: z.int().nonnegative().nullable().default(null) })
  .nullable();
export type Decision = z.output<typeof Decision>;

/** What is intended for a resume. */
export const Draft = z.strictObject({
  points: z.array(DraftPoint).max(mostPoints),
  /** By the ids of points. */
  decided: z.record(z.string(), Decision).default({}),
  /** Where the plan had put the others when something was decided: there they stay. By the ids of points. */
  held: z.record(z.string(), z.strictObject({ role: z.int().nonnegative(), after: z.int().nonnegative() })).default({}),
  /** Pages by which the resume may grow; null for no limit. */
  pages: z.number().min(0).max(20).nullable().default(null),
});
export type Draft = z.output<typeof Draft>;
