import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { bookingLinks } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { query } from "@/lib/platform/operation";
import { hostFacts } from "../question-of";
import { whyNotChange } from "./change-visit";
import { visitAt } from "./guest-load";
import { VisitInput } from "./guest-schemas";
import { pagePath } from "./sealed-guests";

/** Where a visit stands for who booked it. Asked: the mail waits for an answer. Over: it was not confirmed in time. */
export type VisitState = "asked" | "over" | "booked" | "past" | "cancelled";

/** A guest's own page: what they booked, with whom, and what they may still change. */
export const visitPage = query({
  name: "scheduling.visit",
  permission: "sessions:read",
  input: VisitInput,
  example: ({ bookedGuestTokenHash }) => ({ tokenHash: bookedGuestTokenHash }),
  async run(context, { tokenHash }) {
    const { tx, now, organisation } = context;
    const visit = await visitAt(context, tokenHash);
    const { guest, session, hostId } = visit;
    const [host] = await tx
      .select({ name: people.name, headline: people.headline })
      .from(people)
      .where(eq(people.id, hostId));
    const [link] = await tx
      .select()
      .from(bookingLinks)
      .where(and(eq(bookingLinks.personId, hostId), isNull(bookingLinks.deletedAt)));
    const { hosts } = await hostFacts(context, { hostIds: [hostId], from: now, to: now });
    const isHeld = session.state === "held" && session.heldUntil! > now;
    const stands = session.state === "booked" && session.startsAt > now ? "booked" : "past";
    const state: VisitState = !guest.confirmedAt
      ? isHeld
        ? "asked"
        : "over"
      : session.state === "cancelled"
        ? "cancelled"
        : stands;
    const link_ = session.place.startsWith("https://") ? session.place : null;
    return {
      ...{ organisation: organisation.name, host: host?.name ?? "", headline: host?.headline ?? "" },
      ...{ hostZone: hosts[0]?.availability.timeZone ?? organisation.timeZone, timeZone: guest.timeZone },
      ...{ name: guest.name, title: session.title, state, startsAt: session.startsAt, endsAt: session.endsAt },
      ...{ placeKind: session.placeKind, keptUntil: session.heldUntil, reason: session.cancelReason },
      // Where it is held is for who comes: not before they said that it is them.
      place: guest.confirmedAt && state !== "cancelled" ? session.place : "",
      joinAt: guest.confirmedAt && state === "booked" ? link_ : null,
      horizonDays: Math.min(visit.type.horizonDays, hosts[0]?.horizonDays ?? visit.type.horizonDays),
      noMove: state === "booked" ? whyNotChange(context, visit, "reschedule") : null,
      noCancel: state === "booked" ? whyNotChange(context, visit, "cancel") : null,
      // As a path: where this is shown is the same server. A secret address may have been renewed since: it is not told again.
      bookingPage: link?.isOn && link.mode === "open" ? pagePath(organisation, link) : null,
    };
  },
});
