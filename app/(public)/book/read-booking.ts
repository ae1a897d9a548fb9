import "server-only";
import { DateTime } from "luxon";
import { job } from "@/lib/entry/job";
import { requestFacts } from "@/lib/entry/request";
import { visitorActor } from "@/lib/identity/installation-actor";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { readOrganisationToken } from "@/lib/platform/organisation-token";
import { consumeOrRefuse } from "@/lib/platform/rate-limit";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";
import type { PageAddress } from "@/lib/scheduling/guests/guest-schemas";
import { bookingPage, guestTimes, openBookingPage } from "@/lib/scheduling/guests/page-queries";

/** Where a booking page is: below the organisation by a name, or by a secret alone. */
export interface Place {
  place: string;
  name?: string | undefined;
}

/** What is not there for a visitor, for whatever reason: all of it looks alike. */
const gone: ReadonlySet<RefusalCode> = new Set(["not_found", "off", "suspended", "invalid"]);

export const isGone = (error: unknown): boolean => error instanceof Refusal && gone.has(error.code);

/** How often one address may look and ask in an hour. Offices share one. */
const looksPerHour = 1500;

export async function assertNotTooOften(what: string, most: number): Promise<void> {
  const { address } = await requestFacts();
  await consumeOrRefuse(`book:${what}:${address}`, most, 3600, "Too many requests from your network");
}

/** Of which organisation a page is, and how it is asked for there. */
export async function openPlace({ place, name }: Place) {
  if (name === undefined) {
    const known = readOrganisationToken(place);
    if (!known) throw new Refusal("not_found", "There is nothing at this address.");
    const page: PageAddress = { tokenHash: known.hash };
    return { page, as: job(known.organisationId, "scheduling.visitor") };
  }
  const { requestId, address } = await requestFacts();
  const { organisationId } = await executeInstallation(
    openBookingPage,
    await visitorActor(),
    { organisation: place },
    { requestId, address },
  );
  const page: PageAddress = { slug: name };
  return { page, as: job(organisationId, "scheduling.visitor") };
}

/** A page is looked at: how long to wait, in a sentence, where that was too often. */
export async function waitBeforeLooking(): Promise<string | null> {
  try {
    await assertNotTooOften("look", looksPerHour);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** What a booking page shows; null where there is none. */
export async function readBooking(at: Place, search: { type?: string; month?: string }) {
  try {
    const { page, as } = await openPlace(at);
    const found = await as.ask(bookingPage, { page });
    const type = found.types.find(({ id }) => id === search.type) ?? (found.types.length === 1 ? found.types[0] : null);
    if (!type) return { found, type: null };
    const ask = (from: DateTime, to: DateTime) =>
      as.ask(guestTimes, { page, typeId: type.id, from: from.toUTC().toISO()!, to: to.toUTC().toISO()! });
    const now = DateTime.now().setZone(found.timeZone);
    const last = now.plus({ days: type.horizonDays }).toFormat("yyyy-LL");
    const wanted = /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month ?? "") ? search.month! : null;
    const month = wanted && wanted >= now.toFormat("yyyy-LL") && wanted <= last ? wanted : await firstMonth(ask, now);
    const begins = DateTime.fromISO(`${month}-01`, { zone: found.timeZone });
    const times = await ask(begins.minus({ days: 1 }), begins.plus({ months: 1, days: 1 }));
    const beside = (by: number) => {
      const other = begins.plus({ months: by }).toFormat("yyyy-LL");
      return other < now.toFormat("yyyy-LL") || other > last ? null : other;
    };
    return {
      ...{ found, type, month, earlier: beside(-1), later: beside(1) },
      times: times.map((time) => time.toISOString()),
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** The month of the next free time; this one where none is near. */
async function firstMonth(ask: (from: DateTime, to: DateTime) => Promise<Date[]>, now: DateTime): Promise<string> {
  const [first] = await ask(now, now.plus({ days: 62 }));
  return (first ? DateTime.fromJSDate(first, { zone: now.zone }) : now).toFormat("yyyy-LL");
}
