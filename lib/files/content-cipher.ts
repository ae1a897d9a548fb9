import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/*
 * The format in which contents lie in a store, `aes-256-gcm-chunked-1`. Streams of any size in constant memory; a byte that
 * changed, a chunk that moved and an end that is missing are all found (the STREAM construction of Hoang, Reyhanitabar, Rogaway
 * and Vizár, 2015):
 *
 *   head   "LFC1" (4) · chunk size in bytes, big-endian (4) · salt (32)
 *   chunks AES-256-GCM of up to `chunk size` bytes, each followed by its tag (16)
 *
 * The key of one content is HKDF-SHA-256 of the organisation's data key with the salt, bound to its place, so that nonces can
 * be counted: number of the chunk (11 bytes, big-endian), then 1 for the last chunk and 0 before it. The head is additional data.
 */

export const cipherName = "aes-256-gcm-chunked-1";

const magic = Buffer.from("LFC1");
const saltSize = 32;
const headSize = magic.length + 4 + saltSize;
const tagSize = 16;
const usualChunkSize = 64 * 1024;

/** What lies in the store is not what was put there: changed, cut off, or of another organisation. */
export class DamagedContent extends Error {
  override name = "DamagedContent";
}

/** How many bytes a content of `size` bytes takes in the store. */
export const encryptedSize = (size: number, chunkSize = usualChunkSize): number =>
  headSize + size + tagSize * Math.max(1, Math.ceil(size / chunkSize));

/** Encrypts a stream for a place ("<organisation>/<id>"). */
export async function* encryptContent(
  plain: AsyncIterable<Uint8Array>,
  dataKey: Buffer,
  place: string,
  chunkSize = usualChunkSize,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltSize);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(chunkSize);
  const head = Buffer.concat([magic, size, salt]);
  const key = keyOf(dataKey, salt, place);
  yield head;
  let number = 0;
  // The last chunk is known only when the one after it does not come, so one is always held back.
  let held: Buffer | null = null;
  for await (const chunk of inChunks(plain, chunkSize)) {
    if (held) yield seal(key, head, number++, false, held);
    held = chunk;
  }
  yield seal(key, head, number, true, held ?? Buffer.alloc(0));
}

/**
 * Decrypts what {@link encryptContent} made for the same place. Each chunk is verified before it is given on; when the stream
 * throws {@link DamagedContent}, what came before is a true beginning of the content but not all of it.
 */
export async function* decryptContent(
  encrypted: AsyncIterable<Uint8Array>,
  dataKey: Buffer,
  place: string,
): AsyncGenerator<Buffer> {
  const source = encrypted[Symbol.asyncIterator]();
  try {
    const { head: stored, rest } = await readHead(source);
    const { key, head, chunkSize } = keysOf(stored, dataKey, place);
    let number = 0;
    let held: Buffer | null = null;
    for await (const chunk of inChunks(following(rest, source), chunkSize + tagSize)) {
      if (held) yield open(key, head, number++, false, held);
      held = chunk;
    }
    if (!held) throw new DamagedContent("The content is cut off.");
    yield open(key, head, number, true, held);
  } finally {
    await source.return?.();
  }
}

/** Where a content of `size` bytes lies, and under which key. `read` gives the stored bytes from `start` to `end`, both included. */
export interface StoredContent {
  read(start: number, end: number): Promise<AsyncIterable<Uint8Array>>;
  dataKey: Buffer;
  place: string;
  size: number;
}

/**
 * Decrypts a part of a content, from `start` to `end`, both included and within its size. Only the head and the chunks that hold
 * the part are read. Each of those is verified as in {@link decryptContent}, its place among the others too.
 */
export async function* decryptPart(
  { read, dataKey, place, size }: StoredContent,
  { start, end }: { start: number; end: number },
): AsyncGenerator<Buffer> {
  const { key, head, chunkSize } = await opened(await read(0, headSize - 1), dataKey, place);
  const [first, last] = [Math.floor(start / chunkSize), Math.floor(end / chunkSize)];
  const final = Math.max(1, Math.ceil(size / chunkSize)) - 1;
  const sealedSize = chunkSize + tagSize;
  const beyond = Math.min(headSize + (last + 1) * sealedSize, encryptedSize(size, chunkSize));
  let number = first;
  for await (const chunk of inChunks(await read(headSize + first * sealedSize, beyond - 1), sealedSize)) {
    const plain = open(key, head, number, number === final, chunk);
    const at = number * chunkSize;
    number += 1;
    yield plain.subarray(Math.max(0, start - at), end + 1 - at);
  }
  if (number <= last) throw new DamagedContent("The content is cut off.");
}

async function opened(encrypted: AsyncIterable<Uint8Array>, dataKey: Buffer, place: string) {
  const source = encrypted[Symbol.asyncIterator]();
  try {
    return keysOf((await readHead(source)).head, dataKey, place);
  } finally {
    await source.return?.();
  }
}

function keysOf(head: Buffer, dataKey: Buffer, place: string): { key: Buffer; head: Buffer; chunkSize: number } {
  const chunkSize = head.readUInt32BE(magic.length);
  if (chunkSize === 0 || chunkSize > 16 * 1024 * 1024) throw new DamagedContent("The head is damaged.");
  return { key: keyOf(dataKey, head.subarray(magic.length + 4), place), head, chunkSize };
}

function keyOf(dataKey: Buffer, salt: Buffer, place: string): Buffer {
  return Buffer.from(hkdfSync("sha256", dataKey, salt, `landfall file ${place}`, 32));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function seal(key: Buffer, head: Buffer, number: number, last: boolean, chunk: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, last));
  cipher.setAAD(head);
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, head: Buffer, number: number, last: boolean, sealed: Buffer): Buffer {
  if (sealed.length < tagSize) throw new DamagedContent("The content is cut off.");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, last));
  decipher.setAAD(head);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagSize)), decipher.final()]);
  } catch {
    throw new DamagedContent("The content was changed or is cut off.");
  }
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<{ head: Buffer; rest: Buffer }> {
  let got = Buffer.alloc(0);
  while (got.length < headSize) {
    const next = await source.next();
    if (next.done) throw new DamagedContent("The content is cut off in its head.");
    got = Buffer.concat([got, next.value]);
  }
  if (!timingSafeEqual(got.subarray(0, magic.length), magic)) throw new DamagedContent("This is no stored content.");
  return { head: Buffer.from(got.subarray(0, headSize)), rest: got.subarray(headSize) };
}

async function* following(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** The same bytes in pieces of exactly `size`, the last one shorter. */
async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    let at = 0;
    while (at < piece.length) {
      const part = piece.subarray(at, at + (size - length));
      pieces.push(part);
      length += part.length;
      at += part.length;
      if (length === size) {
        yield Buffer.concat(pieces, length);
        pieces = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(pieces, length);
}
