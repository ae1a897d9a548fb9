import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { decryptContent, encryptContent } from "@/lib/files/content-cipher";
import { fileTypes, largestUpload, type FileKind } from "@/lib/files/inspection/file-types";
import { inspectFile } from "@/lib/files/inspection/inspect-file";
import { RefusedFile } from "@/lib/files/inspection/refused-file";
import { extensionOf, safeName } from "@/lib/files/safe-name";
import { filesFolder } from "@/lib/files/store/content-store";
import { newId } from "@/db/tenant-table";
import { dataKeyOf } from "@/lib/platform/secrets";

/** Where uploads wait until they are inspected, already encrypted. */
export const stagingFolder = (): string => join(filesFolder(), "incoming");

/** An upload that was inspected and found good; encrypted under the key that it keeps, in a temporary file. */
export interface StagedUpload {
  storeKey: string;
  path: string;
  sha256: string;
  size: number;
  kind: FileKind;
  mediaType: string;
  name: string;
}

export interface Incoming {
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** Bytes; the usual limit when absent. */
  largest?: number | undefined;
  /** Content that Landfall made itself is not inspected: its kind is known. */
  trustedKind?: FileKind | undefined;
}

/**
 * Takes a stream to a temporary file, encrypting and counting on the way, and inspects what came. Throws RefusedFile for what
 * is not taken; then, and when the stream breaks, nothing is left.
 */
export async function stageUpload(
  organisation: { id: string; dataKey: string },
  incoming: Incoming,
): Promise<StagedUpload> {
  const storeKey = `${organisation.id}/${newId()}`;
  const path = join(stagingFolder(), storeKey.replace("/", "."));
  const key = dataKeyOf(organisation);
  const counted = counting(incoming.content, incoming.largest ?? largestUpload);
  await mkdir(stagingFolder(), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    try {
      for await (const chunk of encryptContent(counted.stream, key, storeKey)) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    const { sha256, size } = counted.result();
    if (size === 0) throw new RefusedFile("empty");
    const read = () => decryptContent(createReadStream(path), key, storeKey);
    const kind = incoming.trustedKind ?? (await inspectFile(await gathered(read(), size), incoming.name));
    return {
      storeKey,
      path,
      sha256,
      size,
      kind,
      mediaType: fileTypes[kind].mediaType,
      name: nameFor(incoming.name, kind),
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** The person's own spelling of an extension that means the same ("jpeg") gives way to ours. */
const nameFor = (given: string, kind: FileKind): string =>
  safeName(extensionOf(given) === "" ? given : given.slice(0, given.lastIndexOf(".")), fileTypes[kind].extension);

function counting(source: AsyncIterable<Uint8Array>, largest: number) {
  const hash = createHash("sha256");
  let size = 0;
  async function* stream() {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > largest) throw tooLarge(largest);
      hash.update(chunk);
      yield chunk;
    }
  }
  return { stream: stream(), result: () => ({ sha256: hash.digest("hex"), size }) };
}

/** The refusal of an upload that is larger than `largest` bytes. */
export const tooLarge = (largest: number): RefusedFile =>
  new RefusedFile("too-large", `This file is larger than ${Math.floor(largest / 1024 / 1024)} MB, which is the most.`);

/** A whole content in memory; inspection jumps about in it. */
async function gathered(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const all = new Uint8Array(size);
  let at = 0;
  for await (const chunk of stream) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
