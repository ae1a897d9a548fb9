import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { executiveProfiles, profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { attachableTo } from "@/lib/files/visibility";
import { module } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { decideOffer, recordReading, uploadResume } from "@/lib/resumes/commands";
import {
  addPosition,
  addSection,
  editPosition,
  editSection,
  removePosition,
  removeSection,
  restorePosition,
  restoreSection,
} from "@/lib/resumes/profile/by-hand";
import { writeProfile } from "@/lib/resumes/profile/commands";
import { factsOf } from "@/lib/resumes/profile/row";
import { oneResume, profileOf, resumesOf } from "@/lib/resumes/queries";
import { reachesPerson } from "@/lib/resumes/visibility";

attachableTo({
  entity: "resume",
  visible: (actor, id) =>
    sql`exists (select 1 from ${resumes} where ${resumes.id} = ${id} and ${reachesPerson(actor, "resumes:read", resumes.personId)})`,
});

/** Resumes, what is read from them, and the profile that people make of it. */
export const resumesModule = module({
  key: "resumes",
  commands: [
    addPosition,
    addSection,
    decideOffer,
    editPosition,
    editSection,
    recordReading,
    removePosition,
    removeSection,
    restorePosition,
    restoreSection,
    uploadResume,
    writeProfile,
  ],
  queries: [oneResume, profileOf, resumesOf],
  lists: [],
  notifications: [
    { kind: "resumes.read", app: true, mail: false },
    { kind: "resumes.unreadable", app: true, mail: false },
  ],
  events: ["resumes.read", "resumes.uploaded"],
  personalData: {
    tables: ["executive_profiles", "resumes", "resume_offers", "profile_positions", "profile_sections"],
    export: async (tx, personId) => ({
      resumes: await tx.select().from(resumes).where(eq(resumes.personId, personId)),
      executive_profiles: await profileWithPay(tx, personId),
      profile_positions: await tx.select().from(profilePositions).where(eq(profilePositions.personId, personId)),
      profile_sections: await tx.select().from(profileSections).where(eq(profileSections.personId, personId)),
    }),
    async erase(tx, personId) {
      await tx.delete(executiveProfiles).where(eq(executiveProfiles.personId, personId));
      await tx.delete(profilePositions).where(eq(profilePositions.personId, personId));
      await tx.delete(profileSections).where(eq(profileSections.personId, personId));
      const own = await tx.select({ id: resumes.id }).from(resumes).where(eq(resumes.personId, personId));
      if (own.length === 0) return;
      const ids = own.map(({ id }) => id);
      await tx.delete(resumeOffers).where(inArray(resumeOffers.resumeId, ids));
      await tx.delete(resumes).where(inArray(resumes.id, ids));
    },
  },
});

/** The profile as it stands, with the pay that is sealed in the table: what a person takes along they can read. */
async function profileWithPay(tx: Transaction, personId: string): Promise<unknown[]> {
  const organisation = await organisationOfTransaction(tx);
  const rows = await tx.select().from(executiveProfiles).where(eq(executiveProfiles.personId, personId));
  return rows.map((row) => {
    const { targetPayEncrypted: _, ...open } = row;
    return { ...open, targetPay: factsOf(row, dataKeyOf(organisation)).targetPay };
  });
}
