import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { bookingLinks } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { sessionTypeHosts, sessionTypes } from "@/db/schema/scheduling";
import type { QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import type { TypeRow } from "../load";
import type { PageAddress } from "./guest-schemas";

export type LinkRow = typeof bookingLinks.$inferSelect;

/** A booking page that is open, with whose it is. */
export interface OpenLink {
  link: LinkRow;
  host: { name: string; headline: string | null };
}

/** Only a page's own address leads here: no person of the organisation, whatever they may do, books as a visitor. */
export function assertVisitor({ actor }: Pick<QueryContext, "actor">): void {
  if (actor.kind !== "system") throw notFound("this page");
}

/** The page at an address. One that never was, one that is off and one whose address was renewed are not there alike. */
export async function openLink(context: QueryContext, page: PageAddress): Promise<OpenLink> {
  assertVisitor(context);
  const at =
    "slug" in page
      ? and(eq(bookingLinks.mode, "open"), eq(bookingLinks.slug, page.slug))
      : and(eq(bookingLinks.mode, "secret"), eq(bookingLinks.tokenHash, page.tokenHash));
  const [row] = await context.tx
    .select({ link: bookingLinks, host: { name: people.name, headline: people.headline } })
    .from(bookingLinks)
    .innerJoin(people, eq(people.id, bookingLinks.personId))
    .where(
      and(
        at,
        eq(bookingLinks.isOn, true),
        isNull(bookingLinks.deletedAt),
        eq(people.status, "active"),
        isNull(people.deletedAt),
      ),
    );
  if (!row) throw notFound("this page");
  return row;
}

/** The kinds of session that somebody can offer on a page: conversations that they hold alone. */
export async function typesToOffer({ tx }: Pick<QueryContext, "tx">, personId: string): Promise<TypeRow[]> {
  const types = await tx
    .select()
    .from(sessionTypes)
    .where(and(isNull(sessionTypes.deletedAt), isNull(sessionTypes.archivedAt), eq(sessionTypes.capacity, 1)))
    .orderBy(asc(sessionTypes.nameKey));
  const held = types.length
    ? await tx
        .select({ typeId: sessionTypeHosts.typeId })
        .from(sessionTypeHosts)
        .where(
          and(
            inArray(
              sessionTypeHosts.typeId,
              types.map(({ id }) => id),
            ),
            eq(sessionTypeHosts.personId, personId),
            isNull(sessionTypeHosts.deletedAt),
          ),
        )
    : [];
  return types.filter(
    ({ id, hosting }) => hosting === "consultant" || (hosting === "any" && held.some(({ typeId }) => typeId === id)),
  );
}

/** Those of them that a page offers, in the order of their names. */
export const typesOfLink = async (context: Pick<QueryContext, "tx">, link: LinkRow): Promise<TypeRow[]> =>
  (await typesToOffer(context, link.personId)).filter(({ id }) => link.typeIds.includes(id));

export async function typeOfLink(context: Pick<QueryContext, "tx">, link: LinkRow, typeId: string): Promise<TypeRow> {
  const type = (await typesOfLink(context, link)).find(({ id }) => id === typeId);
  if (!type) throw notFound("this kind of session");
  return type;
}
