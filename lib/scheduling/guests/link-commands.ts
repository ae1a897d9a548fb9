import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { bookingLinks } from "@/db/schema/booking-pages";
import { newId } from "@/db/tenant-table";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertHost } from "../commands/availability";
import { lockHosts } from "../lock-hosts";
import { BookingLinkInput, LinkOf } from "./guest-schemas";
import { typesToOffer, type LinkRow } from "./open-links";
import { newSecret } from "./sealed-guests";

/** What one's booking page offers and by which address; saying so opens it. For a first one `expectedVersion` is 0. */
export const setBookingLink = command({
  name: "scheduling.setBookingLink",
  permission: "availability:write",
  input: BookingLinkInput,
  example: ({ consultantId, sessionTypeId }) => ({
    ...{ personId: consultantId, expectedVersion: 1, mode: "secret" as const, slug: "robin-consultant" },
    ...{ typeIds: [sessionTypeId], welcome: "Half an hour to get to know each other." },
  }),
  async run(context, { personId, expectedVersion, ...fields }): Promise<{ personId: string }> {
    const { tx, now, organisation, record } = context;
    await assertOwn(context, personId);
    // Two who say it for the first time find no row to hold.
    await lockHosts(context, [{ personId }]);
    const before = await linkOf(context, personId);
    assertVersion(before ? linkTold(before) : { version: 0 }, expectedVersion, "this booking page");
    const offered = await typesToOffer(context, personId);
    if (fields.typeIds.some((id) => !offered.some((type) => type.id === id)))
      throw new Refusal("invalid", "One of these kinds of session is not offered any more.", "typeIds");
    await assertFree(context, personId, fields.slug);
    const said = { ...fields, typeIds: [...new Set(fields.typeIds)], isOn: true };
    const id = before?.id ?? newId();
    const [after] = before
      ? await tx
          .update(bookingLinks)
          .set({ ...said, version: before.version + 1, updatedAt: now })
          .where(eq(bookingLinks.id, id))
          .returning()
      : await tx
          .insert(bookingLinks)
          .values({ id, personId, ...said, ...newSecret(organisation, "booking-link", id) })
          .returning();
    record("booking-link", before ? linkTold(before) : null, linkTold(after!));
    return { personId };
  },
});

/** A new secret address in place of the one before, which leads nowhere from now on. */
export const renewBookingLink = command({
  name: "scheduling.renewBookingLink",
  permission: "availability:write",
  input: LinkOf,
  example: ({ consultantId }) => ({ personId: consultantId }),
  async run(context, { personId }): Promise<{ personId: string }> {
    await assertOwn(context, personId);
    const before = await changed(context, personId);
    await store(context, before, newSecret(context.organisation, "booking-link", before.id));
    return { personId };
  },
});

/** Nothing can be booked on the page any more; what is booked stays. One's own, or anybody's for who sees to all. */
export const closeBookingLink = command({
  name: "scheduling.closeBookingLink",
  permission: "availability:write",
  input: LinkOf,
  example: ({ consultantId }) => ({ personId: consultantId }),
  undo: ({ personId }) => ({ operation: "scheduling.openBookingLink", input: { personId } }),
  run: (context, { personId }) => turned(context, personId, false),
});

/** The page as it was, by the address that it had. */
export const openBookingLink = command({
  name: "scheduling.openBookingLink",
  permission: "availability:write",
  input: LinkOf,
  example: ({ otherConsultantId }) => ({ personId: otherConsultantId }),
  undo: ({ personId }) => ({ operation: "scheduling.closeBookingLink", input: { personId } }),
  run: (context, { personId }) => turned(context, personId, true),
});

async function turned(context: CommandContext, personId: string, isOn: boolean): Promise<{ personId: string }> {
  await assertHost(context, personId, "availability:write");
  const before = await changed(context, personId);
  if (before.isOn === isOn)
    throw new Refusal("state", isOn ? "The booking page is on already." : "The booking page is off already.");
  await store(context, before, { isOn });
  return { personId };
}

async function changed(context: CommandContext, personId: string): Promise<LinkRow> {
  const before = await linkOf(context, personId);
  if (!before) throw notFound("this booking page");
  return before;
}

async function store(context: CommandContext, before: LinkRow, changes: Partial<LinkRow>): Promise<void> {
  const [after] = await context.tx
    .update(bookingLinks)
    .set({ ...changes, version: before.version + 1, updatedAt: context.now })
    .where(eq(bookingLinks.id, before.id))
    .returning();
  context.record("booking-link", linkTold(before), linkTold(after!));
}

async function linkOf({ tx }: CommandContext, personId: string): Promise<LinkRow | undefined> {
  const [row] = await tx.select().from(bookingLinks).where(eq(bookingLinks.personId, personId)).for("update");
  return row;
}

/** What one offers to strangers is said by oneself; others can only end it. The organisation itself tells the demo. */
async function assertOwn(context: CommandContext, personId: string): Promise<void> {
  await assertHost(context, personId, "availability:write");
  if (context.actor.kind === "person" && personIdOf(context.actor) !== personId)
    throw new Refusal("forbidden", "Whose booking page it is says what it offers.");
}

async function assertFree({ tx }: CommandContext, personId: string, slug: string): Promise<void> {
  const [taken] = await tx
    .select({ id: bookingLinks.id })
    .from(bookingLinks)
    .where(and(eq(bookingLinks.slug, slug), ne(bookingLinks.personId, personId)));
  if (taken) throw new Refusal("conflict", "Somebody else here has this address. Please choose another.", "slug");
}

/** What the trail holds of a page, and a second editor reads: never its secret. */
const linkTold = ({ tokenHash: _, tokenEncrypted: __, ...row }: LinkRow) => row;
