import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { executiveProfiles, profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { completenessOf } from "@/lib/resumes/profile/completeness";
import { noFacts } from "@/lib/resumes/profile/facts";
import { factsOf } from "@/lib/resumes/profile/row";
import { suggestFacts } from "@/lib/resumes/profile/suggest";
import { PersonId, ResumeId, type sectionKinds } from "@/lib/resumes/schemas";
import { mayReach, reachesPerson } from "@/lib/resumes/visibility";

/** The resumes of a person, newest first. */
export const resumesOf = query({
  name: "resumes.of",
  permission: "resumes:read",
  input: PersonId,
  example: ({ executiveId }) => ({ personId: executiveId }),
  run: ({ tx, actor }, { personId }) =>
    tx
      .select()
      .from(resumes)
      .where(
        and(
          eq(resumes.personId, personId),
          isNull(resumes.deletedAt),
          reachesPerson(actor, "resumes:read", resumes.personId),
        ),
      )
      .orderBy(desc(resumes.createdAt)),
});

/** One resume with everything that it offers for the profile, and what was decided. */
export const oneResume = query({
  name: "resumes.one",
  permission: "resumes:read",
  input: ResumeId,
  example: ({ resumeId }) => ({ id: resumeId }),
  async run({ tx, actor, organisation }, { id }) {
    const [resume] = await tx
      .select()
      .from(resumes)
      .where(
        and(eq(resumes.id, id), isNull(resumes.deletedAt), reachesPerson(actor, "resumes:read", resumes.personId)),
      );
    if (!resume) throw notFound("this resume");
    const offers = await tx
      .select()
      .from(resumeOffers)
      .where(eq(resumeOffers.resumeId, id))
      .orderBy(asc(resumeOffers.position));
    const key = dataKeyOf(organisation);
    return {
      ...resume,
      status: resume.status as "waiting" | "read" | "unreadable",
      offers: offers.map((offer) => ({
        id: offer.id,
        kind: offer.kind as "contact" | "role" | "section",
        field: offer.field,
        confidence: offer.confidence,
        evidence: offer.evidence,
        decision: offer.decision as "open" | "taken" | "left",
        value: JSON.parse(openText(key, offer.valueEncrypted, `resume-offer:${id}:${offer.position}`)) as Record<
          string,
          string
        >,
      })),
    };
  },
});

/** A person's profile: what it says at a glance and how complete it is, positions with the present one first, sections. */
export const profileOf = query({
  name: "resumes.profile",
  permission: "resumes:read",
  input: PersonId,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run({ tx, actor, now, organisation }, { personId }) {
    if (!(await mayReach(tx, actor, "resumes:read", personId))) throw notFound("this person");
    const [row] = await tx
      .select()
      .from(executiveProfiles)
      .where(and(eq(executiveProfiles.personId, personId), isNull(executiveProfiles.deletedAt)));
    const facts = row ? factsOf(row, dataKeyOf(organisation)) : noFacts;
    const positions = await tx
      .select()
      .from(profilePositions)
      .where(and(eq(profilePositions.personId, personId), isNull(profilePositions.deletedAt)))
      .orderBy(desc(profilePositions.endsKey), desc(profilePositions.startsKey));
    const sections = await tx
      .select()
      .from(profileSections)
      .where(and(eq(profileSections.personId, personId), isNull(profileSections.deletedAt)))
      .orderBy(
        sql`array_position(array['summary', 'education', 'certifications', 'skills', 'projects', 'other'], ${profileSections.kind})`,
        asc(profileSections.createdAt),
        asc(profileSections.id),
      );
    return {
      facts,
      version: row?.version ?? 0,
      suggested: suggestFacts(positions, now),
      completeness: completenessOf({
        facts,
        positions: positions.length,
        sections: sections.map(({ kind }) => kind),
      }),
      positions,
      sections: sections.map((section) => ({ ...section, kind: section.kind as (typeof sectionKinds)[number] })),
    };
  },
});
