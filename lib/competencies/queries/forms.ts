import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { competencyRaters, competencyRatings, competencyRounds } from "@/db/schema/competencies";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { openAnswers } from "@/lib/competencies/answers";
import { sideOf } from "@/lib/competencies/commands/ratings";
import { competenciesOf, publishedFramework, type Competency } from "@/lib/competencies/load";
import { ProgrammeInput, RaterId } from "@/lib/competencies/schemas";
import { noAnswers } from "@/lib/competencies/types";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { loadProgramme } from "@/lib/programmes/load";

/** What one rates, and how far one is: the draft in work, with the levels of the time before beside it. */
export const ratingForm = query({
  name: "competencies.form",
  permission: "competencies:write",
  input: ProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const { tx, organisation } = context;
    const programme = await loadProgramme(context, programmeId, "competencies:write");
    const { source } = sideOf(context, programme);
    const own = and(eq(competencyRatings.programmeId, programmeId), eq(competencyRatings.source, source));
    const [draft] = await tx
      .select()
      .from(competencyRatings)
      .where(and(own, isNull(competencyRatings.submittedAt)));
    const [before] = await tx
      .select()
      .from(competencyRatings)
      .where(and(own, isNotNull(competencyRatings.submittedAt)))
      .orderBy(desc(competencyRatings.submittedAt))
      .limit(1);
    const frameworkId = draft?.frameworkId ?? (await publishedFramework(context))?.id;
    if (!frameworkId) return null;
    return {
      side: source,
      competencies: (await competenciesOf(context, frameworkId)).map(asked),
      answers: draft ? openAnswers(organisation, draft) : noAnswers,
      before: before ? { at: before.submittedAt, levels: openAnswers(organisation, before).levels } : null,
    };
  },
});

/** What somebody sees who was asked by mail. Only the link leads here. */
export const feedbackForm = query({
  name: "competencies.feedback",
  permission: "competencies:write",
  input: RaterId,
  example: ({ raterId }) => ({ raterId }),
  async run(context, { raterId }) {
    const { tx, organisation, actor } = context;
    if (actor.kind !== "system") throw notFound("this page");
    const [found] = await tx
      .select({ rater: competencyRaters, round: competencyRounds, executive: people.name })
      .from(competencyRaters)
      .innerJoin(competencyRounds, eq(competencyRounds.id, competencyRaters.roundId))
      .innerJoin(programmes, eq(programmes.id, competencyRounds.programmeId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(eq(competencyRaters.id, raterId));
    if (!found) throw notFound("this page");
    const { rater, round, executive } = found;
    const [draft] = await tx.select().from(competencyRatings).where(eq(competencyRatings.raterId, raterId));
    const open = rater.state === "invited" && !round.closedAt;
    return {
      organisationName: organisation.name,
      executive,
      rater: rater.name,
      state: open
        ? ("open" as const)
        : rater.state === "invited"
          ? ("closed" as const)
          : (rater.state as "answered" | "declined"),
      deadlineOn: round.deadlineOn,
      competencies: open ? (await competenciesOf(context, round.frameworkId)).map(asked) : [],
      answers: open && draft ? openAnswers(organisation, draft) : noAnswers,
    };
  },
});

const asked = ({ key, cluster, name, description, levels }: Competency) => ({
  key,
  cluster,
  name,
  description,
  levels,
});
