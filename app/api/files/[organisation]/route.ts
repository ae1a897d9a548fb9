import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { personRoute } from "@/lib/entry/person-route";
import { assertSameOrigin } from "@/lib/entry/same-origin";
import { largestUpload } from "@/lib/files/inspection/file-types";
import { RecordOf } from "@/lib/files/schemas";
import { tooLarge } from "@/lib/files/stage-upload";
import { storeFile } from "@/lib/files/store-file";
import { parseInput } from "@/lib/platform/input-refusal";
import { Refusal } from "@/lib/platform/refusal";

/**
 * Takes one file: the body is the content, `x-file-name` its name (percent-encoded). `?entity=…&entityId=…` attaches it to a
 * record at once. The body is streamed, never held whole.
 */
export const POST = personRoute<{ organisation: string }>(async ({ request, actor, facts }) => {
  assertSameOrigin(request);
  if (Number(request.headers.get("content-length") ?? 0) > largestUpload) throw tooLarge(largestUpload);
  const stored = await storeFile(
    actor,
    {
      name: nameOf(request),
      content: request.body ? Readable.fromWeb(request.body as ReadableStream) : new Uint8Array(0),
      attachTo: recordOf(new URL(request.url).searchParams),
    },
    facts,
  );
  const { fileId, name, size, mediaType } = stored;
  return Response.json({ fileId, name, size, mediaType }, { status: 201, headers: { "cache-control": "no-store" } });
});

function nameOf(request: Request): string {
  const given = request.headers.get("x-file-name");
  if (!given) throw new Refusal("invalid", "The name of the file is missing.", "file");
  try {
    return decodeURIComponent(given);
  } catch {
    throw new Refusal("invalid", "The name of the file cannot be read.", "file");
  }
}

function recordOf(query: URLSearchParams) {
  const entity = query.get("entity");
  return entity ? parseInput(RecordOf, { entity, entityId: query.get("entityId") }) : undefined;
}
