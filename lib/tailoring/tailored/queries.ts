import "server-only";
import { SURE_ENOUGH } from "@/lib/resumes/types";
import type { YearMonth } from "@/lib/resumes/types";
import { query } from "@/lib/platform/operation";
import { layoutWarnings } from "@/lib/tailoring/layout-warnings/layout-warnings";
import { readLayoutFacts } from "@/lib/tailoring/layout-warnings/read-layout-facts";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { TailoringRefused } from "@/lib/tailoring/refused";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import type { Draft } from "./draft-schema";
import { measureLength, measureScore } from "./measure";
import { planDraft, roomsOfDraft, type AskedSkill } from "./plan-draft";
import { SubmissionOnly } from "./schemas";
import { todayOf } from "./today";
import { draftOf, openSource, tailoringSeen, versionsOf, type Source } from "./source";
import type { NoTailoringView, PlanFacts, TailoringFacts } from "./tailoring-view";
import { versionView } from "./version-view";

/** One tailoring as its page shows it: the draft, where its points go and why, what that does to score and length, and the versions. */
export const tailoringView = query({
  name: "tailoring.tailoring",
  permission: "tailoring:read",
  input: SubmissionOnly,
  example: ({ submissionId }) => ({ submissionId }),
  async run(context, { submissionId }): Promise<TailoringFacts | NoTailoringView> {
    const { submission, resumes, tailoring, skills } = await tailoringSeen(context, submissionId);
    const about = {
      submissionId,
      candidate: { id: submission.personId, name: submission.name, changeable: submission.changeable },
      requirement: { id: submission.requirementId, title: submission.title, client: submission.client },
    };
    const read = resumes.filter(({ status }) => status === "read");
    if (!tailoring)
      return {
        ...{ ...about, fromPdf: /\.pdf$/i.test(read[0]?.fileName ?? "") },
        none: read.length > 0 ? "no-draft" : resumes.length > 0 ? "resume-waiting" : "no-resume",
      };
    const resume = resumes.find(({ id }) => id === tailoring.resumeId);
    const draft = draftOf(context, tailoring);
    const versions = await versionsOf(context, tailoring.id);
    const source = resume ? await openSource(context, resume) : fileGone;
    const shared = {
      ...about,
      otherResumes: read
        .filter(({ id }) => id !== tailoring.resumeId)
        .map(({ id, fileName, uploadedAt }) => ({ id, fileName, uploadedAt })),
      version: tailoring.version,
      ...{ points: draft.points, pages: draft.pages },
      versions: versions.map(({ row, by }) => versionView(context, row, by)),
    };
    const taken = { id: tailoring.resumeId, fileName: resume?.fileName ?? "" };
    if ("code" in source)
      return {
        ...{ ...shared, resume: { ...taken, format: "docx" }, roles: [], plan: null, refusal: source },
        ...{ rolesMarked: false, historyEnd: null, score: null, length: null, warnings: [] },
      };
    return {
      ...shared,
      resume: { ...taken, format: source.resume.reading.format },
      ...(await planned(source, draft, skills, todayOf(context), await ownTechnologies(context))),
    };
  },
});

const fileGone = { code: "resume-removed" } as const;

/** What a draft does to a resume. */
async function planned(
  source: Source,
  draft: Draft,
  skills: readonly AskedSkill[],
  today: YearMonth,
  own: readonly OwnTechnology[],
) {
  const { resume, rolesMarked, historyEnd, bytes, fileName } = source;
  const { reading } = resume;
  const outcome = planOrRefusal(() => planDraft(resume, draft, skills, today, own));
  const rooms = roomsOfDraft(resume, draft, skills, today, own);
  const plan: Plan = outcome.plan ?? { placed: [], leftOut: [] };
  return {
    ...{ rolesMarked, historyEnd },
    roles: reading.roles.map((role, number) => ({
      ...{ number, title: role.title, employer: role.employer, start: role.start, end: role.end },
      ...{ header: role.headerParagraphs, bullets: role.bullets, sure: role.confidence >= SURE_ENOUGH },
      most: rooms[number] ?? 0,
    })),
    plan: outcome.plan ? factsOfPlan(outcome.plan, draft) : null,
    refusal: outcome.refusal,
    score: measureScore(reading, plan, draft.points, skills, today, own),
    length: measureLength(resume, plan, draft.points),
    warnings: layoutWarnings(reading, await readLayoutFacts(bytes, fileName)),
  };
}

/** The plan, or why there can be none. */
function planOrRefusal(
  work: () => Plan,
): { plan: Plan; refusal: null } | { plan: null; refusal: NonNullable<TailoringFacts["refusal"]> } {
  try {
    return { plan: work(), refusal: null };
  } catch (error) {
    if (!(error instanceof TailoringRefused)) throw error;
    return { plan: null, refusal: { code: error.code } };
  }
}

/** A plan with the ids of its points. */
function factsOfPlan({ placed, leftOut }: Plan, { points }: Pick<Draft, "points">): PlanFacts {
  return {
    placed: placed.map(({ point, ...place }) => ({ point: points[point]!.id, ...place })),
    leftOut: leftOut.map(({ point, because }) => ({ point: points[point]!.id, because })),
  };
}
