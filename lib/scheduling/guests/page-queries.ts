import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { installationQuery, query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { hostFacts, questionOf } from "../question-of";
import { slotsOf } from "../rules/slots";
import { whyNot } from "../rules/why-not";
import { reasonsForGuest } from "./for-guests";
import { visitAt } from "./guest-load";
import { BookingPageInput, GuestTimesInput, GuestWhyNotInput, OpenPageInput, VisitTimesInput } from "./guest-schemas";
import { openLink, typeOfLink, typesOfLink } from "./open-links";

/** Of which organisation an open address is. */
export const openBookingPage = installationQuery({
  name: "scheduling.openBookingPage",
  permission: "anyone",
  input: OpenPageInput,
  async run({ tx }, { organisation }): Promise<{ organisationId: string }> {
    const [row] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, organisation));
    if (!row) throw notFound("this page");
    return { organisationId: row.id };
  },
});

/** What a booking page tells to anybody who has its address: whose it is, and what is offered. Nothing else of the organisation. */
export const bookingPage = query({
  name: "scheduling.bookingPage",
  permission: "sessions:read",
  input: BookingPageInput,
  example: ({ bookingSlug }) => ({ page: { slug: bookingSlug } }),
  async run(context, { page }) {
    const { link, host } = await openLink(context, page);
    const types = await typesOfLink(context, link);
    const { hosts } = await hostFacts(context, { hostIds: [link.personId], from: context.now, to: context.now });
    return {
      ...{ organisation: context.organisation.name, name: host.name, headline: host.headline ?? "" },
      ...{ welcome: link.welcome, isOpen: link.mode === "open" },
      timeZone: hosts[0]?.availability.timeZone ?? context.organisation.timeZone,
      types: types.map(({ id, name, description, lengthMinutes, placeKind, questions, horizonDays }) => ({
        ...{ id, name, description, lengthMinutes, placeKind, questions },
        horizonDays: Math.min(horizonDays, hosts[0]?.horizonDays ?? horizonDays),
      })),
    };
  },
});

/** When a visitor can book: moments alone. */
export const guestTimes = query({
  name: "scheduling.guestTimes",
  permission: "sessions:read",
  input: GuestTimesInput,
  example: ({ bookingSlug, sessionTypeId }) => ({
    ...{ page: { slug: bookingSlug }, typeId: sessionTypeId, from: "2026-12-01T00:00:00Z", to: "2026-12-08T00:00:00Z" },
  }),
  async run(context, { page, typeId, from, to }): Promise<Date[]> {
    const { link } = await openLink(context, page);
    const type = await typeOfLink(context, link, typeId);
    const question = await questionOf(context, { type, hostIds: [link.personId], attendeeId: null, from, to });
    return slotsOf(question, { from, to }).map(({ startsAt }) => startsAt);
  },
});

/** When a guest can move their session to. */
export const visitTimes = query({
  name: "scheduling.visitTimes",
  permission: "sessions:read",
  input: VisitTimesInput,
  example: ({ bookedGuestTokenHash }) => ({
    ...{ tokenHash: bookedGuestTokenHash, from: "2026-12-01T00:00:00Z", to: "2026-12-08T00:00:00Z" },
  }),
  async run(context, { tokenHash, from, to }): Promise<Date[]> {
    const { session, hostId, type: offered } = await visitAt(context, tokenHash);
    const lengthMinutes = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
    const { bufferBefore, bufferAfter } = session;
    const type = { ...offered, lengthMinutes, bufferBefore, bufferAfter };
    const asked = { type, hostIds: [hostId], attendeeId: null, from, to, except: session.id };
    return slotsOf(await questionOf(context, asked), { from, to }).map(({ startsAt }) => startsAt);
  },
});

/** Why a time is not offered, in sentences by rule; none where it is. */
export const guestWhyNot = query({
  name: "scheduling.guestWhyNot",
  permission: "sessions:read",
  input: GuestWhyNotInput,
  example: ({ bookingSlug, sessionTypeId }) => ({
    ...{
      page: { slug: bookingSlug },
      typeId: sessionTypeId,
      startsAt: "2026-12-05T10:00:00Z",
      timeZone: "Europe/Lisbon",
    },
  }),
  async run(context, { page, typeId, startsAt, timeZone }): Promise<string[]> {
    const { link } = await openLink(context, page);
    const type = await typeOfLink(context, link, typeId);
    const to = new Date(startsAt.getTime() + type.lengthMinutes * 60_000);
    const question = await questionOf(context, {
      type,
      hostIds: [link.personId],
      attendeeId: null,
      from: startsAt,
      to,
    });
    return reasonsForGuest(whyNot(startsAt, question), { timeZone, locale: context.organisation.locale });
  },
});
