import "server-only";
import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { opportunities, opportunityMoves, outreach, searchContacts } from "@/db/schema/job-search";
import { notTold } from "@/lib/job-search/queries/landings-to-confirm";
import { assertReaches, reachesSearch, todayOf, visibleContacts, visibleEntries } from "@/lib/job-search/reach";
import { openStages, type Stage } from "@/lib/job-search/rules/stages";
import type { OutreachKind } from "@/lib/job-search/rules/outreach-kinds";
import { PersonOfSearch, ProgrammeOfSearch, RecordId } from "@/lib/job-search/schemas";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { loadProgramme } from "@/lib/programmes/load";
import { openPay, readsPay } from "@/lib/programmes/pay";

/** How many a column of the board shows; the list has them all. */
export const mostOnBoard = 30;

/**
 * The board: a column for each open stage and one for all that ended. What is due first stands first, then the latest move; a full
 * column shows its first cards and how many there are.
 */
export const searchBoard = query({
  name: "job-search.board",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const { tx } = context;
    const own = and(eq(opportunities.personId, personId), isNull(opportunities.deletedAt));
    const column = sql<Stage | "ended">`case when ${inArray(opportunities.stage, [...openStages])}
      then ${opportunities.stage} else 'ended' end`;
    // What ended has nothing due any more, whatever day stands there.
    const due = sql`case when ${inArray(opportunities.stage, [...openStages])} then ${opportunities.nextActionOn} end`;
    const cards = tx
      .select({
        id: opportunities.id,
        title: opportunities.title,
        companyName: opportunities.companyName,
        place: opportunities.place,
        stage: opportunities.stage,
        stageSince: opportunities.stageSince,
        nextAction: opportunities.nextAction,
        nextActionOn: opportunities.nextActionOn,
        endReason: opportunities.endReason,
        order: sql<number>`row_number() over (partition by ${column}
            order by ${due} nulls last, ${opportunities.stageSince} desc, ${opportunities.id})`.as("order"),
        inColumn: sql<number>`(count(*) over (partition by ${column}))::int`.as("in_column"),
        column: column.as("column"),
      })
      .from(opportunities)
      .where(own)
      .as("cards");
    const shown = await tx
      .select()
      .from(cards)
      .where(lte(cards.order, mostOnBoard))
      .orderBy(asc(cards.order), asc(cards.id));
    return {
      today: await todayOf(context, personId),
      /** How many each column has, shown or not. */
      counts: Object.fromEntries(shown.map(({ column: of, inColumn }) => [of, inColumn])),
      cards: shown.map(({ order: _, inColumn: __, column: ___, ...card }) => ({ ...card, stage: card.stage as Stage })),
    };
  },
});

/** One opportunity with its moves and what was said about it. */
export const oneOpportunity = query({
  name: "job-search.opportunity",
  permission: "job-search:read",
  input: RecordId,
  example: ({ opportunityId }) => ({ id: opportunityId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [found] = await tx
      .select()
      .from(opportunities)
      .where(
        and(eq(opportunities.id, id), isNull(opportunities.deletedAt), reachesSearch(actor, opportunities.personId)),
      );
    if (!found) throw notFound("this opportunity");
    const { agreedPayEncrypted, ...shown } = found;
    const moves = await tx
      .select()
      .from(opportunityMoves)
      .where(eq(opportunityMoves.opportunityId, id))
      .orderBy(desc(opportunityMoves.at), desc(opportunityMoves.id));
    const known = await tx
      .select({ id: searchContacts.id, name: searchContacts.name, role: searchContacts.role })
      .from(searchContacts)
      .where(
        and(
          eq(searchContacts.personId, found.personId),
          eq(searchContacts.companyKey, found.companyKey),
          visibleContacts(actor),
        ),
      )
      .orderBy(desc(searchContacts.strength), asc(searchContacts.nameKey))
      .limit(50);
    return {
      ...shown,
      agreedPay: openPay(context, agreedPayEncrypted, `opportunity:${id}:pay`),
      stage: found.stage as Stage,
      today: await todayOf(context, found.personId),
      moves: moves.map((move) => ({
        ...move,
        toStage: move.toStage as Stage,
        fromStage: move.fromStage as Stage | null,
      })),
      known,
      log: await logWhere(context, { opportunityId: id }),
    };
  },
});

/** What was logged, the latest first: of a person, a contact or an opportunity that is known to be visible. */
export async function logWhere(
  { tx, actor }: QueryContext,
  of: { personId?: string; contactId?: string; opportunityId?: string },
  most = 100,
) {
  const rows = await tx
    .select({
      id: outreach.id,
      kind: outreach.kind,
      on: outreach.on,
      note: outreach.note,
      followUpOn: outreach.followUpOn,
      followUpDoneAt: outreach.followUpDoneAt,
      contactId: outreach.contactId,
      contact: searchContacts.name,
      opportunityId: outreach.opportunityId,
      opportunity: opportunities.title,
      company: opportunities.companyName,
    })
    .from(outreach)
    .leftJoin(searchContacts, eq(searchContacts.id, outreach.contactId))
    .leftJoin(opportunities, eq(opportunities.id, outreach.opportunityId))
    .where(
      and(
        isNull(outreach.deletedAt),
        of.personId ? eq(outreach.personId, of.personId) : undefined,
        of.contactId ? eq(outreach.contactId, of.contactId) : undefined,
        of.opportunityId ? eq(outreach.opportunityId, of.opportunityId) : undefined,
        visibleEntries(actor),
      ),
    )
    .orderBy(desc(outreach.on), desc(outreach.id))
    .limit(most);
  return rows.map((row) => ({ ...row, kind: row.kind as OutreachKind }));
}

/** The offer that the executive of a programme accepted and that no landing stands for yet; null when there is none. */
export const landingToConfirm = query({
  name: "job-search.landingToConfirm",
  permission: "job-search:read",
  input: ProgrammeOfSearch,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const programme = await loadProgramme(context, programmeId, "job-search:read");
    if (!["intake", "active", "paused"].includes(programme.state)) return null;
    const { tx } = context;
    const [accepted] = await tx
      .select({
        id: opportunities.id,
        title: opportunities.title,
        companyName: opportunities.companyName,
        source: opportunities.source,
        acceptedOn: opportunities.acceptedOn,
        startsOn: opportunities.startsOn,
        payFromMinor: opportunities.payFromMinor,
        payToMinor: opportunities.payToMinor,
        currency: opportunities.currency,
        agreedPayEncrypted: opportunities.agreedPayEncrypted,
      })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.personId, programme.executiveId),
          eq(opportunities.stage, "accepted"),
          isNull(opportunities.deletedAt),
          notTold,
        ),
      )
      .orderBy(desc(opportunities.stageSince))
      .limit(1);
    if (!accepted) return null;
    const { agreedPayEncrypted, ...offer } = accepted;
    const agreedPay = readsPay(context, programme)
      ? openPay(context, agreedPayEncrypted, `opportunity:${offer.id}:pay`)
      : null;
    return { ...offer, agreedPay };
  },
});
