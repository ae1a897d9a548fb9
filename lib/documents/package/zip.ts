import { UnreadableFile } from "./unreadable-file";
import { PACKAGE_LIMITS, type PackageLimits } from "./limits";

/** One entry of a ZIP, with everything needed to copy it unchanged into another ZIP. Offsets are into {@link ZipArchive.bytes}. */
export interface ZipEntry {
  name: string;
  /** Bit flags of the format: bit 0 encrypted, bit 3 sizes follow the data, bit 11 name is UTF-8. */
  flags: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** DOS time and date as stored. */
  time: number;
  date: number;
  crc32: number;
  compressedSize: number;
  size: number;
  /** Local header, packed data, and where the next thing may begin (after a data descriptor, if there is one). */
  headerOffset: number;
  dataOffset: number;
  dataEnd: number;
  recordEnd: number;
  /** Record in the central directory. */
  centralOffset: number;
  centralEnd: number;
}

/** A ZIP as it lies in memory: entries in the order of the central directory. */
export interface ZipArchive {
  bytes: Uint8Array;
  entries: ZipEntry[];
  byName: Map<string, ZipEntry>;
  /** Central directory and its end record (which may carry a comment). */
  directoryOffset: number;
  endRecordOffset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DESCRIPTOR = 0x08074b50;
const ZIP64_LOCATOR = 0x07064b50;
const END_SIZE = 22;

/**
 * Reads the directory of a ZIP and checks it against the limits, unpacking nothing.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4. Refuses with {@link UnreadableFile}: ZIP64, spanned and self-extracting archives,
 * encryption, packing other than stored and deflated, overlapping and duplicate entries, unsafe names, and everything beyond the limits.
 */
export function openZip(bytes: Uint8Array, limits: PackageLimits = PACKAGE_LIMITS): ZipArchive {
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (bytes.length > limits.fileSize) throw new UnreadableFile("too-large");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) {
    if (bytes.length >= END_SIZE && view.getUint32(0, true) === END) throw new UnreadableFile("not-docx");
    throw new UnreadableFile("unknown-format");
  }
  const endRecordOffset = findEndRecord(view);
  if (endRecordOffset < 0) throw new UnreadableFile(endsEarlier(view) ? "extra-bytes" : "truncated");
  if (hasZip64Locator(view, endRecordOffset)) throw new UnreadableFile("zip64");
  const count = view.getUint16(endRecordOffset + 10, true);
  const directorySize = view.getUint32(endRecordOffset + 12, true);
  const directoryOffset = view.getUint32(endRecordOffset + 16, true);
  const spanned =
    view.getUint16(endRecordOffset + 4, true) !== 0 || view.getUint16(endRecordOffset + 8, true) !== count;
  if (count === 0xffff || directoryOffset === 0xffffffff) throw new UnreadableFile("zip64");
  if (spanned) throw new UnreadableFile("unsupported-archive");
  if (count > limits.entries) throw new UnreadableFile("too-many-entries");
  // Archives put behind something else count from their own beginning.
  if (directoryOffset + directorySize < endRecordOffset && view.getUint32(directoryOffset, true) !== CENTRAL)
    throw new UnreadableFile("extra-bytes");
  if (directoryOffset + directorySize !== endRecordOffset) throw new UnreadableFile("damaged-archive");

  const entries = readDirectory(view, bytes, directoryOffset, endRecordOffset, count);
  const byName = checkNames(entries);
  checkSizes(entries, limits);
  checkOverlap(entries, directoryOffset);
  return { bytes, entries, byName, directoryOffset, endRecordOffset };
}

/** Whether bytes that do not begin as a ZIP end as one: something was put in front of it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  return bytes.length >= END_SIZE && findEndRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return -1;
}

/** Whether an end record stands before the end of the file, with more behind it than its comment. */
function endsEarlier(view: DataView): boolean {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - farthestEnd); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const directory = view.getUint32(at + 16, true);
    if (directory + view.getUint32(at + 12, true) === at) return true;
  }
  return false;
}

/** How far from the end of the file an end record is looked for, once it is not where it belongs. */
const farthestEnd = 1024 * 1024;

const hasZip64Locator = (view: DataView, endRecordOffset: number): boolean =>
  endRecordOffset >= 20 && view.getUint32(endRecordOffset - 20, true) === ZIP64_LOCATOR;

function readDirectory(view: DataView, bytes: Uint8Array, from: number, to: number, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > to || view.getUint32(at, true) !== CENTRAL) throw new UnreadableFile("damaged-archive");
    const nameLength = view.getUint16(at + 28, true);
    const centralEnd = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (centralEnd > to) throw new UnreadableFile("damaged-archive");
    const claimed = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    };
    const { flags, method, compressedSize, size, headerOffset } = claimed;
    const { dataOffset, dataEnd, recordEnd } = readLocalHeader(view, claimed, from);
    // Readers of streams believe the name before the data, all others the one in the directory.
    const sameLength = view.getUint16(headerOffset + 26, true) === nameLength;
    if (!sameLength || !sameBytes(bytes, headerOffset + 30, at + 46, nameLength))
      throw new UnreadableFile("contradicting-parts");
    entries.push({
      name: decodeName(raw, at + 46, at + 46 + nameLength),
      flags,
      method,
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      crc32: view.getUint32(at + 16, true),
      compressedSize,
      size,
      headerOffset,
      dataOffset,
      dataEnd,
      recordEnd,
      centralOffset: at,
      centralEnd,
    });
    at = centralEnd;
  }
  if (at !== to) throw new UnreadableFile("damaged-archive");
  return entries;
}

type Located = Pick<ZipEntry, "dataOffset" | "dataEnd" | "recordEnd">;

function readLocalHeader(
  view: DataView,
  entry: Pick<ZipEntry, "flags" | "method" | "compressedSize" | "size" | "headerOffset">,
  end: number,
): Located {
  if (entry.flags & 1 || entry.flags & 0x2000) throw new UnreadableFile("encrypted");
  if (entry.compressedSize === 0xffffffff || entry.size === 0xffffffff || entry.headerOffset === 0xffffffff) {
    throw new UnreadableFile("zip64");
  }
  if (entry.method !== 0 && entry.method !== 8) throw new UnreadableFile("unsupported-archive");
  const at = entry.headerOffset;
  if (at + 30 > end || view.getUint32(at, true) !== LOCAL) throw new UnreadableFile("damaged-archive");
  const dataOffset = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const dataEnd = dataOffset + entry.compressedSize;
  if (dataEnd > end) throw new UnreadableFile("damaged-archive");
  let recordEnd = dataEnd;
  if (entry.flags & 8) {
    // The signature of a data descriptor is optional.
    const signed = dataEnd + 4 <= end && view.getUint32(dataEnd, true) === DESCRIPTOR;
    recordEnd = Math.min(end, dataEnd + (signed ? 16 : 12));
  }
  return { dataOffset, dataEnd, recordEnd };
}

/** Whether the same bytes stand at two offsets. */
function sameBytes(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

/** Names are UTF-8 where the flag says so and CP437 otherwise; parts of Office files are ASCII, so one decoding serves for both. */
function decodeName(raw: Buffer, from: number, to: number): string {
  // ASCII needs no decoder, which takes longer to call than a name takes to read.
  for (let at = from; at < to; at++) if (raw[at]! >= 0x80) return names.decode(raw.subarray(from, to));
  return raw.toString("latin1", from, to);
}

const names = new TextDecoder("utf-8");

/** From the root, on a drive, or with a step to a folder above or to the same one. */
const unsafeName = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.?(?:[/\\]|$)/u;

function checkNames(entries: ZipEntry[]): Map<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const { name } = entry;
    if (unsafeName.test(name)) throw new UnreadableFile("unsafe-names");
    if (name === "" || /[\u0000-\u001f\\]/u.test(name)) throw new UnreadableFile("odd-names");
    // Part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3).
    const key = name.toLowerCase();
    if (seen.has(key)) throw new UnreadableFile("duplicate-entries");
    seen.add(key);
    byName.set(name, entry);
  }
  return byName;
}

function checkSizes(entries: ZipEntry[], limits: PackageLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    if (entry.method === 0 && entry.size !== entry.compressedSize) throw new UnreadableFile("damaged-archive");
    if (entry.size > limits.ratioFrom && entry.size > entry.compressedSize * limits.ratio) {
      throw new UnreadableFile("zip-bomb");
    }
    if (/\.(zip|7z|rar|gz|bz2|xz|tar|cab|jar|iso)$/i.test(entry.name)) throw new UnreadableFile("nested-archive");
  }
  if (total > limits.inflatedTotal) throw new UnreadableFile("too-much-inside");
}

function checkOverlap(entries: ZipEntry[], directoryOffset: number): void {
  const ordered = [...entries].sort((a, b) => a.headerOffset - b.headerOffset);
  let end = 0;
  for (const entry of ordered) {
    if (entry.headerOffset < end) throw new UnreadableFile("overlapping-entries");
    end = entry.dataEnd;
  }
  if (end > directoryOffset) throw new UnreadableFile("overlapping-entries");
}
