import { job } from "@/lib/entry/job";
import { requestFacts } from "@/lib/entry/request";
import { consume } from "@/lib/platform/rate-limit";
import { readOrganisationToken } from "@/lib/platform/organisation-token";
import { Refusal } from "@/lib/platform/refusal";
import { noteOpening } from "@/lib/tailoring/sending/send-commands";

/** A picture of one pixel that nobody sees. */
const picture = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** Fetches of one address and minute that are noted; more are answered alike and noted no more. */
const mostPerMinute = 60;

/**
 * The picture in a letter: fetching it notes that the letter was opened. Whatever is asked for, the answer is the same, so that nobody
 * learns which letters there are.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const known = readOrganisationToken(token);
  if (known) await note(known.organisationId, known.hash);
  return new Response(picture, {
    headers: { "content-type": "image/gif", "cache-control": "no-store", "content-length": String(picture.length) },
  });
}

async function note(organisationId: string, tokenHash: string): Promise<void> {
  const { address } = await requestFacts();
  if (!(await consume(`opens:address:${address ?? "unknown"}`, mostPerMinute, 60)).allowed) return;
  try {
    await job(organisationId, "tailoring.opened").execute(noteOpening, { tokenHash });
  } catch (error) {
    // Nobody's letter, or an organisation that is gone or suspended.
    if (!(error instanceof Refusal)) throw error;
  }
}
