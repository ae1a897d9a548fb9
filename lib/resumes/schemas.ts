import { z } from "zod";

const id = z.uuid("This is not a known record.");
const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);

export const PersonId = z.strictObject({ personId: id });
export const ResumeId = z.strictObject({ id });
export const UploadResumeInput = z.strictObject({ personId: id, fileId: id });

/** What a person decides about one thing read from a resume; `value` where they changed it first. */
export const DecideInput = z.strictObject({
  offerId: id,
  decision: z.enum(["taken", "left", "open"]),
  value: z.record(z.string(), text(8000)).optional(),
});

const position = {
  title: text(160).min(1, "Say what the position was."),
  employer: text(160),
  starts: text(40),
  ends: text(40),
};
export const AddPositionInput = z.strictObject({ personId: id, ...position });
export const EditPositionInput = z.strictObject({ id, expectedVersion: z.int(), ...position });

/** Parts of a profile in the person's own words. */
export const sectionKinds = ["summary", "education", "skills", "projects", "certifications", "other"] as const;

const section = {
  kind: z.enum(sectionKinds, "Choose what it is."),
  /** Empty: what it is says it. */
  title: text(160),
  body: text(8000).min(1, "Write a line or more."),
};
export const AddSectionInput = z.strictObject({ personId: id, ...section });
export const EditSectionInput = z.strictObject({ id, expectedVersion: z.int(), ...section });

/** What the reader found, as the background function stores it. */
export const RecordReadingInput = z.strictObject({
  id,
  outcome: z.discriminatedUnion("status", [
    z.strictObject({ status: z.literal("unreadable"), code: z.string().max(60), message: z.string().max(500) }),
    z.strictObject({
      status: z.literal("read"),
      format: z.enum(["docx", "pdf"]),
      warnings: z.array(z.string().max(60)).max(50),
      offers: z
        .array(
          z.strictObject({
            kind: z.enum(["contact", "role", "section"]),
            field: z.string().max(40).nullable(),
            value: z.record(z.string(), z.string().max(10_000)),
            confidence: z.int().min(0).max(100),
            evidence: z.string().max(500),
          }),
        )
        .max(300),
    }),
  ]),
});
export type RecordReadingInput = z.infer<typeof RecordReadingInput>;
