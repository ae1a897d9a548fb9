import "server-only";
import { DateTime } from "luxon";
import { isGone } from "../../book/read-booking";
import { job } from "@/lib/entry/job";
import { readOrganisationToken } from "@/lib/platform/organisation-token";
import { Refusal } from "@/lib/platform/refusal";
import { visitTimes } from "@/lib/scheduling/guests/page-queries";
import { visitPage } from "@/lib/scheduling/guests/visit-query";

/** Whose a visit is by its secret address, and how it is asked for. */
export function openVisit(token: string) {
  const known = readOrganisationToken(token);
  if (!known) throw new Refusal("not_found", "There is nothing at this address.");
  return { tokenHash: known.hash, as: job(known.organisationId, "scheduling.guest") };
}

/** What a guest's own page shows, with the free times of a month where they move; null where there is none. */
export async function readVisit(token: string, search: { move?: string; month?: string }) {
  try {
    const { tokenHash, as } = openVisit(token);
    const visit = await as.ask(visitPage, { tokenHash });
    if (search.move === undefined || visit.state !== "booked" || visit.noMove) return { visit, moving: null };
    const now = DateTime.now().setZone(visit.hostZone);
    const [first, last] = [now.toFormat("yyyy-LL"), now.plus({ days: visit.horizonDays }).toFormat("yyyy-LL")];
    const wanted = search.month ?? DateTime.fromJSDate(visit.startsAt, { zone: visit.hostZone }).toFormat("yyyy-LL");
    const month = wanted >= first && wanted <= last && /^\d{4}-\d\d$/.test(wanted) ? wanted : first;
    const begins = DateTime.fromISO(`${month}-01`, { zone: visit.hostZone });
    const [from, to] = [begins.minus({ days: 1 }), begins.plus({ months: 1, days: 1 })];
    const times = await as.ask(visitTimes, { tokenHash, from: from.toUTC().toISO()!, to: to.toUTC().toISO()! });
    const beside = (by: number) => {
      const other = begins.plus({ months: by }).toFormat("yyyy-LL");
      return other < first || other > last ? null : `/visits/${token}?move=&month=${other}`;
    };
    return {
      visit,
      moving: { month, earlier: beside(-1), later: beside(1), times: times.map((time) => time.toISOString()) },
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
