import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { executiveProfiles } from "@/db/schema/resumes";
import { command } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { assertVersion } from "@/lib/platform/two-editors";
import { writeLanguage } from "@/lib/resumes/profile/facts";
import { factsOf, payContext } from "@/lib/resumes/profile/row";
import { WriteProfileInput } from "@/lib/resumes/profile/schemas";
import { mayReach } from "@/lib/resumes/visibility";

/** Writes what a profile says at a glance. Two people who write at once: the second sees what the first wrote. */
export const writeProfile = command({
  name: "resumes.writeProfile",
  permission: "resumes:write",
  input: WriteProfileInput,
  example: ({ executiveId }) => ({
    personId: executiveId,
    expectedVersion: 1,
    headline: "Chief operating officer for plants that must get well again",
    workFunction: "operations" as const,
    industry: "Packaging",
    careerLevel: "executive" as const,
    experienceYears: 22,
    languages: [{ code: "de", level: "native" as const }],
    locations: ["Basel", "Zurich"],
    relocation: "country" as const,
    noticeWeeks: 12,
    goals: "One more turnaround, in a family company.",
    targetPay: { minor: 24_000_000, currency: "CHF" },
  }),
  async run({ tx, actor, now, record, organisation }, { personId, expectedVersion, targetPay, languages, ...said }) {
    if (!(await mayReach(tx, actor, "resumes:write", personId))) throw notFound("this person");
    const [before] = await tx
      .select()
      .from(executiveProfiles)
      .where(and(eq(executiveProfiles.personId, personId), isNull(executiveProfiles.deletedAt)))
      .for("update");
    const key = dataKeyOf(organisation);
    const values = {
      ...said,
      languages: languages.map(writeLanguage),
      targetPayEncrypted: targetPay && sealText(key, JSON.stringify(targetPay), payContext(personId)),
    };
    if (!before) {
      const [row] = await tx
        .insert(executiveProfiles)
        .values({ personId, ...values })
        .returning();
      record("executive-profile", null, row!);
      return { id: row!.id };
    }
    assertVersion({ ...factsOf(before, key), version: before.version }, expectedVersion, "this profile");
    const [after] = await tx
      .update(executiveProfiles)
      .set({ ...values, version: before.version + 1, updatedAt: now })
      .where(eq(executiveProfiles.id, before.id))
      .returning();
    record("executive-profile", before, after!);
    return { id: before.id };
  },
});
