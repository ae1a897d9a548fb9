import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { seatCharges, separationPeople } from "@/db/schema/seats";
import { engagements, separationEvents, sponsorContacts, sponsors } from "@/db/schema/sponsors";
import { worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import type { World } from "@/lib/platform/world";

/** The company that pays for every programme of the world, its contract, and a separation event with somebody on its list. */
export async function seedSponsorWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const name = "Corvane Packaging";
  await tx
    .insert(sponsors)
    .values({ id: ids.sponsorId, name, nameKey: nameKey(name), industry: "Packaging", place: "Ghent" });
  await tx.insert(sponsorContacts).values({ sponsorId: ids.sponsorId, personId: ids.sponsorPersonId });
  await tx.insert(engagements).values({
    ...{ id: ids.engagementId, sponsorId: ids.sponsorId, packageId: ids.packageId, seats: 30 },
    ...{ reference: "CP-2026-04", referenceKey: nameKey("CP-2026-04"), pricePerSeat: 850_000, currency: "EUR" },
    ...{ fromOn: "2026-10-01", toOn: "2027-09-30" },
  });
  await tx.insert(separationEvents).values({
    ...{ id: ids.separationEventId, sponsorId: ids.sponsorId, engagementId: ids.engagementId },
    ...{ name: "Ghent works, December", nameKey: nameKey("Ghent works, December"), handOverOn: "2026-12-01" },
    ...{ place: "Ghent", onSite: true, onSitePersonId: ids.consultantId, onSiteHours: "9:00 to 16:00" },
  });
  const email = `lena.listed@${slug}.example`;
  await tx.insert(separationPeople).values({
    ...{ id: ids.separationPersonId, separationEventId: ids.separationEventId, email, emailKey: email },
    ...{ name: "Lena Listed", nameKey: nameKey("Lena Listed"), lastRole: "Plant manager", language: "nl" },
  });
  await tx.update(programmes).set({ sponsorId: ids.sponsorId });
  const seated = [ids.programmeId, ids.invitedProgrammeId, ids.intakeProgrammeId, ids.landedProgrammeId];
  await tx.update(programmes).set({ engagementId: ids.engagementId }).where(inArray(programmes.id, seated));
  await tx.insert(seatCharges).values(
    [ids.programmeId, ids.landedProgrammeId].map((programmeId) => ({
      ...{ engagementId: ids.engagementId, programmeId, amount: 850_000, currency: "EUR", billedAt: worldMoment },
    })),
  );
}
