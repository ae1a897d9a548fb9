/** Bytes of a content from `start` to `end`, both of them included, as HTTP counts. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a `Range` header asks of a content of `size` bytes (RFC 9110, 14.1.2). Null where the whole is to be given: there is no
 * header, it is none that can be read, or it asks for several parts at once, which a server may leave aside. "outside" where
 * nothing of what it asks for exists.
 */
export function byteRangeOf(header: string | null, size: number): ByteRange | "outside" | null {
  const asked = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "");
  if (!asked) return null;
  const [first, last] = [asked[1]!, asked[2]!];
  if (first === "") {
    if (last === "") return null;
    const length = Math.min(Number(last), size);
    return length === 0 ? "outside" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  if (start >= size) return "outside";
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}

/**
 * The part of a content that a request asks for. With `If-Range` it gets a part only of the content that it knows: a part of
 * another one would be joined with what it has. A date in it never holds, because no dates of contents are told.
 */
export function askedRange(headers: Headers, etag: string, size: number): ByteRange | "outside" | null {
  const known = headers.get("if-range");
  return known !== null && known !== etag ? null : byteRangeOf(headers.get("range"), size);
}

/** Whether `If-None-Match` names what stands (RFC 9110, 13.1.2; compared weakly, as there). */
export function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",").some((known) => known.trim().replace(/^W\//, "") === etag);
}
