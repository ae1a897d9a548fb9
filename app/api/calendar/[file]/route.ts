import { createHash } from "node:crypto";
import { job } from "@/lib/entry/job";
import { requestFacts } from "@/lib/entry/request";
import { readOrganisationToken } from "@/lib/platform/organisation-token";
import { consume } from "@/lib/platform/rate-limit";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import { readFeed } from "@/lib/scheduling/outside/feed";

/** Readings of one calendar an hour, and all of one address: a program asks a few times an hour, and may ask for many people. */
const mostPerHour = { calendar: 120, address: 6000 };

/** A program that hears so forgets the calendar: anything else is a fault, after which it comes again. */
const gone: ReadonlySet<RefusalCode> = new Set(["not_found", "off", "suspended"]);

const notThere = (): Response =>
  new Response("There is no calendar at this address.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** A person's sessions as a calendar (RFC 5545), for programs that have its secret address. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { address } = await requestFacts();
  const { file } = await params;
  const known = file.endsWith(".ics") ? readOrganisationToken(file.slice(0, -".ics".length)) : null;
  const uses = [await consume(`calendar:address:${address}`, mostPerHour.address, 3600)];
  if (known) uses.push(await consume(`calendar:${known.hash}`, mostPerHour.calendar, 3600));
  const over = uses.find(({ allowed }) => !allowed);
  if (over)
    return new Response("This calendar is read too often.\n", {
      status: 429,
      headers: { "retry-after": String(over.retryAfterSeconds), "content-type": "text/plain; charset=utf-8" },
    });
  const content = known && (await contentOf(known));
  if (!content) return notThere();
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "private, max-age=300", "x-robots-tag": "noindex" };
  const seen = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (seen.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(content, {
    headers: {
      ...{ ...headers, "content-type": "text/calendar; charset=utf-8" },
      "content-disposition": 'inline; filename="sessions.ics"',
    },
  });
}

/** What the calendar holds; null where it is nobody's, or of an organisation that is gone or suspended. */
async function contentOf({ organisationId, hash }: { organisationId: string; hash: string }): Promise<string | null> {
  try {
    return (await job(organisationId, "scheduling.feed").execute(readFeed, { tokenHash: hash })).content;
  } catch (error) {
    if (error instanceof Refusal && gone.has(error.code)) return null;
    throw error;
  }
}
