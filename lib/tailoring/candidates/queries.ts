import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumeOffers, resumes } from "@/db/schema/resumes";
import { candidates, candidateSkills } from "@/db/schema/tailoring";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { civilDate } from "@/lib/platform/civil-dates";
import { betterFirst, matchOf } from "@/lib/tailoring/candidates/match";
import { CandidateId } from "@/lib/tailoring/candidates/schemas";
import { changeableCandidate, visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { oneRequirement } from "@/lib/tailoring/requirements/queries";
import { RequirementId } from "@/lib/tailoring/requirements/schemas";

/** One candidate: what their newest resume that was read says, and which there are. */
export const oneCandidate = query({
  name: "tailoring.candidate",
  permission: "tailoring:read",
  input: CandidateId,
  example: ({ candidateId }) => ({ id: candidateId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [person] = await tx
      .select({
        ...{
          id: people.id,
          name: people.name,
          headline: people.headline,
          phone: people.phone,
        },
        ...{ location: people.location, version: people.version },
        nameFromFile: candidates.nameFromFile,
        changeable: sql<boolean>`${changeableCandidate(actor, people.id)}`,
      })
      .from(people)
      .leftJoin(candidates, eq(candidates.personId, people.id))
      .where(and(eq(people.id, id), isNull(people.deletedAt), visibleCandidate(actor, people.id)));
    if (!person) throw notFound("this candidate");
    const brought = await tx
      .select({
        ...{
          id: resumes.id,
          fileId: resumes.fileId,
          fileName: resumes.fileName,
          status: resumes.status,
        },
        ...{ createdAt: resumes.createdAt, refusal: resumes.refusalMessage },
      })
      .from(resumes)
      .where(and(eq(resumes.personId, id), isNull(resumes.deletedAt)))
      .orderBy(desc(resumes.createdAt), desc(resumes.id))
      .limit(20);
    const skills = await tx
      .select({
        name: candidateSkills.name,
        lastUsed: candidateSkills.lastUsed,
        months: candidateSkills.months,
      })
      .from(candidateSkills)
      .where(eq(candidateSkills.personId, id))
      .orderBy(desc(candidateSkills.lastUsed), desc(candidateSkills.months), asc(candidateSkills.technologyKey));
    const read = brought.find(({ status }) => status === "read");
    return {
      ...{ ...person, nameFromFile: person.nameFromFile ?? false, skills },
      resumes: brought.map((resume) => ({
        ...resume,
        status: resume.status as "waiting" | "read" | "unreadable",
      })),
      ...(read ? await said(context, read.id) : { email: null, positions: [] }),
    };
  },
});

/** Mail address and positions that a resume names. */
async function said({ tx, organisation }: QueryContext, resumeId: string) {
  const offers = await tx
    .select()
    .from(resumeOffers)
    .where(and(eq(resumeOffers.resumeId, resumeId), inArray(resumeOffers.kind, ["role", "contact"])))
    .orderBy(asc(resumeOffers.position));
  const key = dataKeyOf(organisation);
  const valueOf = ({ valueEncrypted, position }: (typeof offers)[number]) =>
    JSON.parse(openText(key, valueEncrypted, `resume-offer:${resumeId}:${position}`)) as Record<string, string>;
  const mail = offers.find(({ kind, field }) => kind === "contact" && field === "email");
  return {
    email: mail ? (valueOf(mail).text ?? null) : null,
    positions: offers
      .filter(({ kind }) => kind === "role")
      .map((offer) => {
        const { title = "", employer = "", starts = "", ends = "" } = valueOf(offer);
        return { id: offer.id, title, employer, starts, ends };
      }),
  };
}

/** Of so many the skills are weighed one by one: those whose resumes name most of what is needed. */
const mostWeighed = 80;
const mostSuggested = 12;

/** Who fits a requirement, the best first, each with the reasons. Nobody without any of its skills. */
export const suggestCandidates = query({
  name: "tailoring.suggestCandidates",
  permission: "tailoring:read",
  input: RequirementId,
  example: ({ requirementId }) => ({ id: requirementId }),
  async run(context, { id }) {
    const { tx, actor, ask, now, organisation } = context;
    const { skills: asked } = await ask(oneRequirement, { id });
    if (asked.length === 0) return [];
    const keys = (need?: "must") =>
      sql.join(
        asked.filter((skill) => !need || skill.need === need).map(({ technologyKey }) => sql`${technologyKey}`),
        sql`, `,
      );
    const must = asked.some(({ need }) => need === "must")
      ? sql`count(*) filter (where ${candidateSkills.technologyKey} in (${keys("must")}))`
      : sql`count(*)`;
    const likely = await tx
      .select({
        ...{
          personId: candidateSkills.personId,
          name: people.name,
          headline: people.headline,
        },
        location: people.location,
      })
      .from(candidateSkills)
      .innerJoin(people, and(eq(people.id, candidateSkills.personId), isNull(people.deletedAt)))
      .where(
        and(sql`${candidateSkills.technologyKey} in (${keys()})`, visibleCandidate(actor, candidateSkills.personId)),
      )
      .groupBy(candidateSkills.personId, people.id)
      .orderBy(sql`${must} desc, count(*) desc`, asc(people.nameKey))
      .limit(mostWeighed);
    if (likely.length === 0) return [];
    const found = await tx
      .select()
      .from(candidateSkills)
      .where(
        and(
          inArray(
            candidateSkills.personId,
            likely.map(({ personId }) => personId),
          ),
          sql`${candidateSkills.technologyKey} in (${keys()})`,
        ),
      );
    const month = civilDate(now, organisation.timeZone).slice(0, 7);
    return likely
      .map((candidate) => ({
        ...candidate,
        match: matchOf(
          asked,
          found.filter(({ personId }) => personId === candidate.personId),
          month,
        ),
      }))
      .sort((one, other) => betterFirst(one.match, other.match))
      .slice(0, mostSuggested);
  },
});
