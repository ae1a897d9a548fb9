import "server-only";
import { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { fileContents, files } from "@/db/schema/files";
import type { ByteRange } from "@/lib/files/byte-range";
import { decryptContent, decryptPart } from "@/lib/files/content-cipher";
import { contentStore } from "@/lib/files/store/content-store";
import { fileVisible } from "@/lib/files/visibility";
import { may, type OrganisationActor } from "@/lib/platform/actor";
import { askTogether, type ExecuteOptions } from "@/lib/platform/execute";
import type { QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

export interface OpenFile {
  name: string;
  mediaType: string;
  /** Bytes as uploaded. */
  size: number;
  sha256: string;
  /**
   * Opens the content or a part of it, decrypted chunk by chunk; of a part no more is read than what holds it. Throws
   * MissingContent or DamagedContent where the store is at fault.
   */
  stream(part?: ByteRange): Promise<Readable>;
}

/** A file that the actor may read, ready to be streamed. Refused as not found otherwise. */
export const openFile = (actor: OrganisationActor, fileId: string, options: ExecuteOptions = {}): Promise<OpenFile> =>
  askTogether(actor, (context) => openFileWithin(context, fileId), options);

/** The same inside of a command or query that is at work. */
export async function openFileWithin(
  { tx, actor, organisation }: Pick<QueryContext, "tx" | "actor" | "organisation">,
  fileId: string,
): Promise<OpenFile> {
  if (organisation.suspendedAt || !may(actor, "files:read")) throw notFound("this file");
  const [found] = await tx
    .select({
      name: files.name,
      mediaType: fileContents.mediaType,
      size: fileContents.size,
      sha256: fileContents.sha256,
      storeKey: fileContents.storeKey,
    })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .where(and(eq(files.id, fileId), await fileVisible(actor)));
  if (!found) throw notFound("this file");
  const { storeKey, ...facts } = found;
  return {
    ...facts,
    async stream(part) {
      const dataKey = dataKeyOf(organisation);
      const store = contentStore();
      const read = (start: number, end: number) => store.get(storeKey, { start, end });
      const plain = part
        ? decryptPart({ read, dataKey, place: storeKey, size: facts.size }, part)
        : decryptContent(await store.get(storeKey), dataKey, storeKey);
      return Readable.from(plain, { objectMode: false });
    },
  };
}

/** A whole file in memory, for what reads it (a resume, an import); at most 25 MB. */
export async function readBytes(
  actor: OrganisationActor,
  fileId: string,
  options: ExecuteOptions = {},
): Promise<{ name: string; bytes: Uint8Array }> {
  const file = await openFile(actor, fileId, options);
  return { name: file.name, bytes: await bytesOf(file) };
}

/** The content of an open file in memory. */
export async function bytesOf(file: OpenFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await file.stream()) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
