import { eq, isNull, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { sponsors } from "@/db/schema/sponsors";
import type { DemoFirm } from "@/db/seed/demo/records";
import { teller } from "@/db/seed/demo/teller";
import { editPerson } from "@/lib/people/commands/contacts";
import { createEngagement } from "@/lib/sponsors/commands/engagements";
import { addSponsorContact, createSponsor } from "@/lib/sponsors/commands/sponsors";

const day = 86_400_000;

interface Firm extends DemoFirm {
  packageIds: string[];
}

const companies = [
  { name: "Lindqvarn Logistics", industry: "Logistics", place: "Basel" },
  { name: "Lindqvarn Terminals", industry: "Logistics", place: "Basel" },
  { name: "Corvane Packaging", industry: "Packaging", place: "Linz" },
  { name: "Meridane Energy", industry: "Energy", place: "Zurich" },
  { name: "Ostrava Optics", industry: "Optics", place: "Ostrava" },
  { name: "Brantholm Foods", industry: "Food", place: "Aarhus" },
];

const colleagues: Record<string, { location: string; languages: string[]; industries: string[] }> = {
  "Judith Okafor-Lindqvist": { location: "Zurich", languages: ["en", "de", "sv"], industries: ["Energy", "Logistics"] },
  "Henrik Sandvoort": { location: "Basel", languages: ["en", "fr", "nl", "de"], industries: ["Food", "Packaging"] },
};

/** Before any programme: the companies, most of them with a contract. Returns the contracts by company. */
export async function tellSponsors(firm: Firm): Promise<Record<string, string>> {
  const { organisationId, now } = firm;
  const at = teller(organisationId, new Date(now.getTime() - 395 * day));
  const ids: Record<string, string> = {};
  for (const company of companies) ids[company.name] = (await at(createSponsor, company)).id;
  for (const [name, facts] of Object.entries(colleagues)) await describe(firm, name, facts);
  const dateIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  const contract = async (
    sponsor: string,
    reference: string,
    seats: number,
    minor: number,
    [from, to] = [-390, 200],
  ) => {
    const { id } = await at(createEngagement, {
      ...{ sponsorId: ids[sponsor]!, packageId: firm.packageIds[0]!, reference, seats },
      ...{ price: { minor, currency: "CHF" }, fromOn: dateIn(from), toOn: dateIn(to) },
    });
    return { [sponsor]: id };
  };
  const petra = firm.people["Petra Holub"]!;
  for (const company of ["Lindqvarn Logistics", "Lindqvarn Terminals"])
    await at(addSponsorContact, { sponsorId: ids[company]!, personId: petra.personId });
  return {
    ...(await contract("Lindqvarn Logistics", "LQ-2025-17", 48, 1_150_000)),
    ...(await contract("Lindqvarn Terminals", "LT-2026-02", 8, 1_080_000)),
    ...(await contract("Corvane Packaging", "CP-2025-04", 10, 980_000)),
    // One that ends soon, and one whose seats are all taken.
    ...(await contract("Meridane Energy", "ME-2025-09", 14, 1_020_000, [-325, 40])),
    ...(await contract("Ostrava Optics", "OO-2026-01", 8, 940_000)),
  };
}

/** What was taken over from before is linked to its companies. */
export async function linkHistory({ organisationId }: Pick<Firm, "organisationId">): Promise<void> {
  await transaction({ organisationId }, (tx) =>
    tx
      .update(programmes)
      .set({
        sponsorId: sql`(select ${sponsors.id} from ${sponsors} where ${sponsors.name} = ${programmes.sponsorName})`,
      })
      .where(isNull(programmes.sponsorId)),
  );
}

async function describe(
  { organisationId, people: accounts, now }: Firm,
  name: string,
  facts: (typeof colleagues)[string],
) {
  const { personId } = accounts[name]!;
  const [person] = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select().from(people).where(eq(people.id, personId)),
  );
  const { version, email, phone, headline } = person!;
  await teller(organisationId, new Date(now.getTime() - 394 * day))(editPerson, {
    ...{ personId, expectedVersion: version, name, email, phone, headline, ...facts },
  });
}
