import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { executiveProfiles, profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { attachableTo } from "@/lib/files/visibility";
import { module } from "@/lib/platform/module";
import { addPosition, decideOffer, recordReading, removePosition, uploadResume } from "@/lib/resumes/commands";
import { writeProfile } from "@/lib/resumes/profile/commands";
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
  commands: [addPosition, decideOffer, recordReading, removePosition, uploadResume, writeProfile],
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
      executive_profiles: await tx.select().from(executiveProfiles).where(eq(executiveProfiles.personId, personId)),
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
