import type { Transaction } from "@/db/client";
import { executiveProfiles, profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { worldMoment } from "@/db/seed/world-ids";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { payContext } from "@/lib/resumes/profile/row";
import type { World } from "@/lib/platform/world";

/** A resume of the executive that was read, with one role on offer, and a position on the profile. */
export async function seedResumeWorld(tx: Transaction, ids: World): Promise<void> {
  await tx.insert(resumes).values({
    id: ids.resumeId,
    personId: ids.executiveId,
    fileId: ids.fileId,
    fileName: "resume.docx",
    status: "read",
    format: "docx",
    readAt: worldMoment,
    roleCount: 1,
  });
  const role = {
    title: "VP Operations",
    employer: "Lindqvarn Logistics",
    starts: "2017",
    ends: "2026",
    startsKey: "2017-01",
    endsKey: "2026-01",
  };
  const key = dataKeyOf(await organisationOfTransaction(tx));
  await tx.insert(resumeOffers).values({
    id: ids.resumeOfferId,
    resumeId: ids.resumeId,
    kind: "role",
    valueEncrypted: sealText(key, JSON.stringify(role), `resume-offer:${ids.resumeId}:1`),
    confidence: 80,
    position: 1,
  });
  await tx.insert(executiveProfiles).values({
    personId: ids.executiveId,
    headline: "Operations for plants that must get well again",
    languages: ["de:native", "en:C1"],
    targetPayEncrypted: sealText(
      key,
      JSON.stringify({ minor: 24_000_000, currency: "CHF" }),
      payContext(ids.executiveId),
    ),
  });
  await tx.insert(profilePositions).values({ id: ids.positionId, personId: ids.executiveId, ...role });
  await tx.insert(profileSections).values({
    ...{ id: ids.profileSectionId, personId: ids.executiveId, kind: "education", title: "", body: "Diploma, 1998" },
  });
}
