import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { packages } from "@/db/schema/packages";
import { engagements } from "@/db/schema/sponsors";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { lockEngagement, lockSponsor } from "@/lib/sponsors/load";
import { CreateEngagementInput, EditEngagementInput } from "@/lib/sponsors/schemas";
import { seatsOf } from "@/lib/sponsors/seats";
import { indexEngagement } from "@/lib/sponsors/search-documents";

/** A contract: so many seats of a package, at a price, in a span of days. */
export const createEngagement = command({
  name: "engagements.create",
  permission: "engagements:write",
  input: CreateEngagementInput,
  example: ({ sponsorId, packageId }) => ({
    ...{ sponsorId, packageId, reference: "HF-2026-118", seats: 12 },
    ...{ price: { minor: 950_000, currency: "EUR" }, fromOn: "2026-11-01", toOn: "2027-10-31" },
  }),
  async run(context, { sponsorId, price, ...fields }) {
    const sponsor = await lockSponsor(context.tx, sponsorId);
    if (sponsor.archivedAt)
      throw new Refusal("state", "This sponsor was put away. Bring it back before you make a contract.");
    await assertOffered(context, fields.packageId);
    await assertFreeReference(context, fields.reference, null);
    const [made] = await context.tx
      .insert(engagements)
      .values({
        ...{ ...fields, sponsorId, referenceKey: nameKey(fields.reference) },
        ...{ pricePerSeat: price.minor ?? 0, currency: price.currency },
      })
      .returning();
    context.record("engagement", null, made!);
    context.remember({
      entity: "sponsor",
      entityId: sponsorId,
      kind: "sponsors.engaged",
      data: { reference: made!.reference, seats: made!.seats },
    });
    await indexEngagement(context.tx, made!, sponsor.name);
    return { id: made!.id };
  },
});

/**
 * What the contract says now. Seats already billed keep their price; fewer seats than are taken are refused, and so is another
 * package once somebody was invited.
 */
export const editEngagement = command({
  name: "engagements.edit",
  permission: "engagements:write",
  input: EditEngagementInput,
  example: ({ engagementId, packageId }) => ({
    ...{ id: engagementId, expectedVersion: 1, packageId, reference: "CP-2026-04 B", seats: 40 },
    ...{ price: { minor: 900_000, currency: "EUR" }, fromOn: "2026-10-01", toOn: "2027-12-31" },
  }),
  async run(context, { id, expectedVersion, price, ...fields }) {
    const { tx, now, record } = context;
    const before = await lockEngagement(tx, id);
    assertVersion(before, expectedVersion, "this contract");
    const { taken } = await seatsOf(tx, before);
    if (fields.seats < taken)
      throw new Refusal("state", `${taken} of the seats are taken already, so there cannot be fewer.`, "seats");
    if (fields.packageId !== before.packageId) {
      if (taken > 0) throw new Refusal("state", "Somebody was invited with this package already.", "packageId");
      await assertOffered(context, fields.packageId);
    }
    await assertFreeReference(context, fields.reference, id);
    const [after] = await tx
      .update(engagements)
      .set({
        ...{ ...fields, referenceKey: nameKey(fields.reference), pricePerSeat: price.minor ?? 0 },
        ...{ currency: price.currency, version: before.version + 1, updatedAt: now },
      })
      .where(eq(engagements.id, id))
      .returning();
    record("engagement", before, after!);
    const { name } = await lockSponsor(tx, before.sponsorId);
    await indexEngagement(tx, after!, name);
    return { id };
  },
});

async function assertOffered({ tx }: CommandContext, packageId: string): Promise<void> {
  const [offered] = await tx
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.id, packageId), isNull(packages.deletedAt), isNull(packages.archivedAt)));
  if (!offered) throw new Refusal("invalid", "Choose one of the packages.", "packageId");
}

async function assertFreeReference({ tx }: CommandContext, reference: string, own: string | null): Promise<void> {
  const [taken] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .where(and(eq(engagements.referenceKey, nameKey(reference)), own ? ne(engagements.id, own) : undefined));
  if (taken) throw new Refusal("conflict", "There is a contract of this number already.", "reference");
}
