import { Readable } from "node:stream";
import { z } from "zod";
import { privateContent } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { askedRange, isKnown } from "@/lib/files/byte-range";
import { shownInPages } from "@/lib/files/inspection/file-types";
import { openFile } from "@/lib/files/open-file";
import { contentDisposition } from "@/lib/files/safe-name";
import { notFound } from "@/lib/platform/refusal";

/**
 * Gives one file, or the part that a `Range` header asks for, to who may read it, decrypted on the way. Saved, not shown, but
 * for pictures with `?inline`.
 */
export const GET = personRoute<{ organisation: string; fileId: string }>(async ({ request, params, actor, facts }) => {
  const { fileId } = params;
  if (!z.uuid().safeParse(fileId).success) throw notFound("this file");
  const file = await openFile(actor, fileId, facts);
  const etag = `"${file.sha256.slice(0, 32)}"`;
  // Whether it is still theirs to read is asked each time; the content itself never changes.
  const caching = { etag, "cache-control": "private, no-cache" };
  if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: caching });
  const part = askedRange(request.headers, etag, file.size);
  if (part === "outside")
    return new Response(null, { status: 416, headers: { ...caching, "content-range": `bytes */${file.size}` } });
  const inline = new URL(request.url).searchParams.has("inline") && shownInPages.has(file.mediaType);
  return new Response(Readable.toWeb(await file.stream(part ?? undefined)) as BodyInit, {
    status: part ? 206 : 200,
    headers: {
      ...privateContent,
      ...caching,
      ...(part ? { "content-range": `bytes ${part.start}-${part.end}/${file.size}` } : {}),
      "accept-ranges": "bytes",
      "content-type": file.mediaType,
      "content-length": String(part ? part.end - part.start + 1 : file.size),
      "content-disposition": contentDisposition(inline ? "inline" : "attachment", file.name),
    },
  });
});
