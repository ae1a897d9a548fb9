import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { StartFailure } from "../start-failure";
import { keysName, Manifest, manifestName } from "./manifest";
import { measured, readTar, type TarEntry } from "./tar";

/** The entries of the archive at `path`, in order. */
export function openArchive(path: string): AsyncGenerator<TarEntry> {
  const file = createReadStream(path);
  const plain = createGunzip();
  file.on("error", (error) => plain.destroy(error));
  return readTar(file.pipe(plain) as AsyncIterable<Buffer>);
}

export interface VerifiedArchive {
  manifest: Manifest;
  keys: Record<string, string> | null;
}

/**
 * Reads an archive from end to end and compares every entry with its checksum, before anything of it is used. Refuses
 * (StartFailure) one that is damaged, cut off or something else.
 */
export async function verifyArchive(path: string): Promise<VerifiedArchive> {
  const found = new Map<string, { size: number; sha256: string }>();
  let described: Buffer | undefined;
  let keys: Record<string, string> | null = null;
  try {
    for await (const { name, content } of openArchive(path)) {
      const kept: Buffer[] = [];
      const counted = measured(content);
      for await (const piece of counted.stream) if (name === manifestName || name === keysName) kept.push(piece);
      if (name === manifestName) described = Buffer.concat(kept);
      else found.set(name, counted.result());
      if (name === keysName) keys = JSON.parse(Buffer.concat(kept).toString()) as Record<string, string>;
    }
  } catch (error) {
    throw new StartFailure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const manifest = Manifest.safeParse(described ? JSON.parse(described.toString()) : null);
  if (!manifest.success)
    throw new StartFailure(`${path} is no complete backup: its description is missing or of another release.`);
  const wrong = manifest.data.entries.find((entry) => {
    const is = found.get(entry.name);
    return is?.size !== entry.size || is.sha256 !== entry.sha256;
  });
  if (wrong || found.size !== manifest.data.entries.length)
    throw new StartFailure(`${path} is damaged: ${wrong?.name ?? "an entry"} is not what was saved.`);
  return { manifest: manifest.data, keys };
}
