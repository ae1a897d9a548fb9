import { constants, crc32, inflateRawSync } from "node:zlib";
import type { ZipArchive, ZipEntry } from "./zip";
import { UnreadableFile } from "./unreadable-file";

/**
 * Unpacks one entry. Never gives more bytes than the directory announces: an entry that would hides a bomb. The checksum is verified, so that
 * damage is found here and not as odd text later. Native zlib is used because it stops at `maxOutputLength` inside the decoder.
 */
export function inflateEntry(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  const packed = zip.bytes.subarray(entry.dataOffset, entry.dataEnd);
  if (entry.method === 0) return checked(packed, entry);
  let data: Uint8Array;
  try {
    // One buffer for all of it, with a byte to spare, by which zlib knows that it is at the end.
    const chunkSize = Math.min(largestChunk, Math.max(leastChunk, entry.size + 1));
    data = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size), chunkSize });
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableFile("false-sizes");
    throw new UnreadableFile("damaged-archive");
  }
  return checked(data, entry);
}

/**
 * As {@link inflateEntry}, and kept as long as its archive: the checks look at the beginnings of parts that are read as a whole afterwards. Nobody may write
 * into what this gives.
 */
export function inflateOnce(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  const all = inflated.get(zip) ?? new Map<ZipEntry, Uint8Array>();
  inflated.set(zip, all);
  const known = all.get(entry);
  if (known) return known;
  const data = inflateEntry(zip, entry);
  // Large ones are no parts of resumes, and would hold much memory for whatever is in them.
  if (data.length <= largestKept) all.set(entry, data);
  return data;
}

const inflated = new WeakMap<ZipArchive, Map<ZipEntry, Uint8Array>>();
/** Bytes. */
export const largestKept = 1024 * 1024;

const leastChunk = 64;
/** A directory that announces more than there is costs no more than this. */
const largestChunk = 1024 * 1024;

/** The first bytes of an entry, about `packedLimit` packed ones unpacked: enough to see how it begins without paying for all of it. */
export function inflateBeginning(zip: ZipArchive, entry: ZipEntry, packedLimit = 1024): Uint8Array {
  const end = Math.min(entry.dataEnd, entry.dataOffset + packedLimit);
  const packed = zip.bytes.subarray(entry.dataOffset, end);
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 4 * packedLimit });
  } catch {
    throw new UnreadableFile("damaged-archive");
  }
}

function checked(data: Uint8Array, entry: ZipEntry): Uint8Array {
  if (data.length !== entry.size || crc32(data) !== entry.crc32) throw new UnreadableFile("damaged-archive");
  return data;
}
