import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { bookingLinks } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { freeSlug, slugOf } from "@/lib/organisations/slug";
import { personIdOf } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { query } from "@/lib/platform/operation";
import { assertHost } from "../commands/availability";
import { LinkOf } from "./guest-schemas";
import { typesToOffer } from "./open-links";
import { pagePath } from "./sealed-guests";

/** Somebody's booking page with what it may offer. Its address is for whose it is; others see whether it is on. */
export const bookingLinkOf = query({
  name: "scheduling.bookingLink",
  permission: "availability:read",
  input: LinkOf,
  example: ({ consultantId }) => ({ personId: consultantId }),
  async run(context, { personId }) {
    await assertHost(context, personId, "availability:read");
    const { tx, organisation, actor } = context;
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
    const [link] = await tx
      .select()
      .from(bookingLinks)
      .where(and(eq(bookingLinks.personId, personId), isNull(bookingLinks.deletedAt)));
    const others = await tx
      .select({ slug: bookingLinks.slug })
      .from(bookingLinks)
      .where(ne(bookingLinks.personId, personId));
    const own = actor.kind !== "person" || personIdOf(actor) === personId;
    const types = await typesToOffer(context, personId);
    const name = person!.name;
    return {
      ...{ personId, name, own, isOn: link?.isOn ?? false, version: link?.version ?? 0 },
      mode: (link?.mode ?? "open") as "open" | "secret",
      slug: link?.slug ?? freeSlug(slugOf(name), new Set(others.map(({ slug }) => slug))),
      welcome: link?.welcome ?? "",
      typeIds: link ? link.typeIds.filter((id) => types.some((type) => type.id === id)) : [],
      types: types.map(({ id, name: title, lengthMinutes }) => ({ id, name: title, lengthMinutes })),
      address: own && link ? `${env.LANDFALL_URL}${pagePath(organisation, link)}` : null,
    };
  },
});
