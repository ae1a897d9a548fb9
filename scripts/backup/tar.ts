import { createHash } from "node:crypto";

/*
 * Just enough of tar (POSIX ustar) to write entries as they come and to read them again, so that an archive can also be opened
 * with the tar of any system. Names are ours: ASCII, below 100 characters.
 */

const block = 512;

/** The head of an entry with `size` bytes. */
export function tarHead(name: string, size: number, at: Date): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`“${name}” is no name for an entry.`);
  const head = Buffer.alloc(block);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  head.write(name, 0);
  head.write(octal(0o600, 8), 100);
  head.write(octal(0, 8), 108);
  head.write(octal(0, 8), 116);
  head.write(octal(size, 12), 124);
  head.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  head.write("        0", 148);
  head.write("ustar\x0000", 257);
  let sum = 0;
  for (const byte of head) sum += byte;
  head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

/** What follows the content of an entry, so that the next one begins at a block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

/** What ends an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block);

export interface TarEntry {
  name: string;
  size: number;
  /** The content; what is not read is passed over. */
  content: AsyncIterable<Buffer>;
}

/** Reads the entries of an archive one after the other. Throws where it is cut off or is none. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteSource(source);
  for (;;) {
    const head = await bytes.take(block);
    if (head.every((byte) => byte === 0)) return;
    const name = textOf(head, 0, 100);
    const size = parseInt(textOf(head, 124, 12), 8);
    if (textOf(head, 257, 5) !== "ustar" || !Number.isSafeInteger(size))
      throw new Error("This is not an archive of Landfall.");
    const content = bytes.pieces(size);
    yield { name, size, content };
    for await (const rest of content) void rest;
    await bytes.take(tarPadding(size).length);
  }
}

const textOf = (head: Buffer, at: number, length: number): string =>
  head
    .subarray(at, at + length)
    .toString("latin1")
    .replace(/[\0 ].*$/s, "");

class ByteSource {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.pieces(size)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** The next `size` bytes as they come. May be left and gone on with. */
  pieces(size: number): AsyncIterable<Buffer> & AsyncIterator<Buffer> {
    let left = size;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (left === 0) return { done: true, value: undefined };
      if (this.held.length === 0) {
        const more = await this.source.next();
        if (more.done) throw new Error("The archive ends too early.");
        this.held = more.value;
      }
      const piece = this.held.subarray(0, left);
      this.held = this.held.subarray(piece.length);
      left -= piece.length;
      return { done: false, value: piece };
    };
    const iterator = { next, [Symbol.asyncIterator]: () => iterator };
    return iterator;
  }
}

/** Passes bytes on and knows their number and SHA-256 in the end. */
export function measured(source: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  async function* stream(): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      hash.update(piece);
      size += piece.length;
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
  }
  return { stream: stream(), result: () => ({ size, sha256: hash.digest("hex") }) };
}
