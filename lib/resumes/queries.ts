import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { profilePositions, profileSections, resumeOffers, resumes } from "@/db/schema/resumes";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { PersonId, ResumeId } from "@/lib/resumes/schemas";
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

/** The positions and sections of a person's profile; the present position first. */
export const profileOf = query({
  name: "resumes.profile",
  permission: "resumes:read",
  input: PersonId,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run({ tx, actor }, { personId }) {
    if (!(await mayReach(tx, actor, "resumes:read", personId))) throw notFound("this person");
    const positions = await tx
      .select()
      .from(profilePositions)
      .where(and(eq(profilePositions.personId, personId), isNull(profilePositions.deletedAt)))
      .orderBy(desc(profilePositions.endsKey), desc(profilePositions.startsKey));
    const sections = await tx
      .select()
      .from(profileSections)
      .where(and(eq(profileSections.personId, personId), isNull(profileSections.deletedAt)));
    return { positions, sections };
  },
});
