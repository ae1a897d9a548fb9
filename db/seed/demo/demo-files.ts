import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { attachments, files } from "@/db/schema/files";
import { storeFile, type StoredFile } from "@/lib/files/store-file";
import type { OrganisationActor } from "@/lib/platform/actor";

interface Told {
  actor: OrganisationActor;
  at: Date;
  /** The record on which it lies. */
  on?: { entity: string; entityId: string };
}

/** A short letter in Word's format: a title, and its paragraphs. */
export async function letter({ actor, at, on }: Told, name: string, lines: readonly string[]): Promise<StoredFile> {
  const [title = "", ...paragraphs] = lines;
  const content = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
            ...paragraphs.map((text) => new Paragraph({ text, spacing: { before: 160 } })),
          ],
        },
      ],
    }),
  );
  const stored = await storeFile(
    actor,
    { name, content: new Uint8Array(content), trustedKind: "docx", attachTo: on },
    { now: at },
  );
  const organisationId = actor.kind === "person" ? actor.organisation.id : actor.organisationId;
  await transaction({ organisationId }, async (tx) => {
    await tx.update(files).set({ createdAt: at }).where(eq(files.id, stored.fileId));
    await tx.update(attachments).set({ createdAt: at }).where(eq(attachments.fileId, stored.fileId));
  });
  return stored;
}

/** A table as a program would export it: one line a row, cells apart by semicolons. */
export function table({ actor, at }: Told, name: string, rows: readonly (readonly string[])[]): Promise<StoredFile> {
  const content = new TextEncoder().encode(rows.map((cells) => cells.join(";")).join("\r\n"));
  return storeFile(actor, { name, content, trustedKind: "csv" }, { now: at });
}
