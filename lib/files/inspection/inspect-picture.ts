import { RefusedFile } from "@/lib/files/inspection/refused-file";

/** Most pixels of a picture: what a browser unpacks takes four bytes each (200 MB). */
const mostPixels = 50_000_000;

/** Refuses a picture that is cut off or would unpack to more than can be shown. Reads only its frame, no pixels. */
export function inspectPicture(bytes: Uint8Array, kind: "png" | "jpg" | "webp"): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { png: pngSize, jpg: jpegSize, webp: webpSize }[kind](view);
  if (!size) throw new RefusedFile("truncated");
  if (size.width * size.height > mostPixels) throw new RefusedFile("too-many-pixels");
}

interface Size {
  width: number;
  height: number;
}

/** PNG (third edition, 5.3 and 11.2): IHDR first, IEND last; chunks must fit one after the other. */
function pngSize(view: DataView): Size | null {
  if (view.byteLength < 33) return null;
  for (let at = 8; at + 12 <= view.byteLength;) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49454e44) return { width: view.getUint32(16), height: view.getUint32(20) };
    at += 12 + length;
  }
  return null;
}

/** JPEG (ITU-T T.81, annex B): the size stands in the frame header; the end marker must be there. */
function jpegSize(view: DataView): Size | null {
  let size: Size | null = null;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda) return size && endsWithin(view) ? size : null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Cameras add things after the end marker, so it is looked for from behind. */
function endsWithin(view: DataView): boolean {
  for (let at = view.byteLength - 2; at > 0; at--) if (view.getUint16(at) === 0xffd9) return true;
  return false;
}

/** WebP (RFC 9649): a RIFF file that says how long it is; three forms of the first chunk. */
function webpSize(view: DataView): Size | null {
  if (view.byteLength < 30 || view.getUint32(4, true) + 8 > view.byteLength) return null;
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (form === "VP8X") return { width: 1 + three(24), height: 1 + three(27) };
  if (form === "VP8L") {
    const packed = view.getUint32(21, true);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff) };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
