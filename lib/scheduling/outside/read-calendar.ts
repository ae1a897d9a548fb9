import "server-only";
import { mostOfFeed, readBusy } from "@/lib/icalendar/read-busy";
import type { SystemActor } from "@/lib/platform/actor";
import { now as clock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { guardedFetch, type Surroundings } from "@/lib/platform/guarded-fetch";
import { claimCalendar, keepReading, type ClaimedCalendar } from "./reading-commands";
import { isOurs } from "./session-event";

const day = 86_400_000;

/** As far as anybody can be booked, and the weeks around that count in limits. */
const reach = { back: 14 * day, ahead: 400 * day };

type Came = Parameters<typeof keepReading.run>[1]["came"];

/**
 * Reads a calendar elsewhere that is due: claimed in a transaction, fetched outside of any, kept in another. Killed in between, it comes due again. Answers
 * whether it was read, or why not; null where there was nothing to do.
 */
export async function readCalendar(
  organisationId: string,
  id: string,
  around?: Surroundings,
  at = clock(),
): Promise<string | null> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "scheduling.read-calendar" };
  const { output: claimed } = await execute(claimCalendar, actor, { id }, { now: at });
  if (!claimed) return null;
  const came = await fetched(claimed, at, around);
  await execute(keepReading, actor, { id, version: claimed.version, came }, { now: at });
  return came.kind === "failed" ? came.code : came.kind;
}

async function fetched(
  { address, etag, lastModified, timeZone }: ClaimedCalendar,
  now: Date,
  around?: Surroundings,
): Promise<Came> {
  const headers = {
    accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
  const answer = await guardedFetch(address, { headers, mostBytes: mostOfFeed }, around);
  if (answer.kind === "failed") return { kind: "failed", code: answer.problem };
  if (answer.status === 304 && (etag || lastModified)) return { kind: "unchanged" };
  if (answer.status !== 200) return { kind: "failed", code: statusCode(answer.status) };
  const range = { from: new Date(now.getTime() - reach.back), to: new Date(now.getTime() + reach.ahead) };
  const reading = readBusy(answer.body, { ...range, timeZone, leavesOut: isOurs });
  if (!reading.isCalendar) return { kind: "failed", code: reading.reason };
  const said = (name: string) => answer.headers[name]?.slice(0, 500) ?? null;
  const { busy, problems } = reading;
  return { kind: "read", busy, problems, etag: said("etag"), lastModified: said("last-modified") };
}

/** What an answer means that is no calendar. */
function statusCode(status: number): string {
  if (status === 401 || status === 403) return "refused";
  if (status === 404 || status === 410) return "gone";
  return status === 429 ? "too-often" : "server";
}
