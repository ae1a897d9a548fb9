import { z } from "zod";
import { longestPoint, longestTechnology } from "@/lib/tailoring/points/points";

/*
 * What forms, actions, imports and the API accept for the library of points. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const maybeId = z
  .string()
  .refine(
    (value) => value === "" || /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value),
    "This is not a known record.",
  )
  .optional();

export const PointId = z.strictObject({ id });

const tags = z
  .array(z.string().trim().min(1, "A tag has at least one letter.").max(40, "A tag is longer than 40 characters."))
  .max(12, "At most 12 tags.");

const technology = z
  .string()
  .trim()
  .min(1, "Name the technology that it is about.")
  .max(longestTechnology, `The technology is longer than ${longestTechnology} characters.`);
const text = z
  .string()
  .trim()
  .min(1, "Write the point.")
  .max(longestPoint, `The point is longer than ${longestPoint} characters, which is more than a bullet can hold.`);

/** Points that were pasted, or a file of them. */
export const PastePointsInput = z
  .strictObject({
    text: z
      .string()
      .min(1, "Paste a point or more.")
      .max(400_000, "This is more than can be pasted at once. Take it in parts, or take a file.")
      .optional(),
    fileId: id.optional(),
    tags: tags.optional(),
    teamId: maybeId,
  })
  .refine(({ text: pasted, fileId }) => (pasted === undefined) !== (fileId === undefined), {
    message: "Paste the points, or take a file.",
    path: ["text"],
  });

const fields = { technology, text, tags: tags.optional(), teamId: maybeId };
export const AddPointInput = z.strictObject(fields);
export type PointFields = z.infer<typeof AddPointInput>;
/** Many at once, all or none. */
export const AddPointsInput = z.strictObject({
  points: z.array(AddPointInput).min(1, "Name at least one point.").max(500),
});
export const EditPointInput = z.strictObject({ id, expectedVersion: z.int(), ...fields });
export const RemoveImportedPointInput = z.strictObject({ id, expectedVersion: z.int() });
