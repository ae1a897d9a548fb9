import { z } from "zod";

export const FileId = z.strictObject({ fileId: z.uuid() });

/** A kind of record ("programme") and one of them. */
export const RecordOf = z.strictObject({
  entity: z.string().regex(/^[a-z][a-z-]{0,39}$/, "This kind of record is not known."),
  entityId: z.uuid(),
});

export const AttachFile = z.strictObject({ fileId: z.uuid(), ...RecordOf.shape });

export const RenameFile = z.strictObject({
  fileId: z.uuid(),
  name: z.string().trim().min(1, "Give the file a name.").max(120, "Use at most 120 characters."),
  expectedVersion: z.int(),
});

/** A file as lists and cards show it. */
export interface FileCard {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  uploadedAt: Date;
  uploadedBy: string | null;
  /** Whether the person uploaded it, and so may rename and remove it. */
  own: boolean;
  version: number;
}
