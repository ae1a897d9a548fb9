import { mailComesIn } from "@/lib/mail/inbound/address";
import { receiveFromResend } from "@/lib/mail/inbound/receive";
import { readSignedEvent } from "@/lib/mail/inbound/signed-event";

/** Bytes of a call at most: it says of a mail that it came, not what stands in it. */
const largestBody = 256_000;

const answered = (status: number): Response => new Response(null, { status, headers: { "cache-control": "no-store" } });

/**
 * Where Resend tells of mail that came in (its event `email.received`). Not there where no mail comes in. Every call that is signed is answered alike, whatever the mail
 * was; only one that could not be fetched now is asked for again.
 */
export async function POST(request: Request): Promise<Response> {
  if (!mailComesIn()) return answered(404);
  const payload = await bodyOf(request);
  if (payload === null) return answered(413);
  const event = readSignedEvent(request.headers, payload);
  if (event.kind === "unsigned") return answered(401);
  if (event.kind === "other") return answered(200);
  return answered((await receiveFromResend(event.emailId, event.recipients)) === "later" ? 503 : 200);
}

/** The body as it was sent, which is what was signed; null where it is too large, read no further than that. */
async function bodyOf(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
