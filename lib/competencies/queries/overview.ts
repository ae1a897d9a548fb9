import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { competencyFrameworks, competencyRatings, programmeTargets, roleProfiles } from "@/db/schema/competencies";
import { openAnswers } from "@/lib/competencies/answers";
import { competenciesOf, publishedFramework, type Rating } from "@/lib/competencies/load";
import { nextRoundFrom, roundsOf, tells } from "@/lib/competencies/queries/rounds";
import { agreementOf, weightedKappa } from "@/lib/competencies/rules/agreement";
import { changes } from "@/lib/competencies/rules/change";
import { levelOf, rankedGaps, type View } from "@/lib/competencies/rules/gaps";
import { ProgrammeInput } from "@/lib/competencies/schemas";
import type { Answers, Requirements } from "@/lib/competencies/types";
import { sideOf } from "@/lib/competencies/commands/ratings";
import { query, type QueryContext } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";

/** All about a programme's competencies: who sees what level, how that fits the role aimed at, and what is on its way. */
export const competencyOverview = query({
  name: "competencies.overview",
  permission: "competencies:read",
  input: ProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const { tx, organisation } = context;
    const programme = await loadProgramme(context, programmeId, "competencies:read");
    const side = sideOf(context, programme).source;
    const ratings = await tx
      .select()
      .from(competencyRatings)
      .where(and(eq(competencyRatings.programmeId, programmeId), isNull(competencyRatings.raterId)))
      .orderBy(asc(competencyRatings.submittedAt));
    const handedIn = ratings.filter(isHandedIn);
    const rounds = await roundsOf(context, programmeId);
    // A round to which too few came says nothing: what an earlier one showed still stands.
    const told = rounds.filter(tells);
    const framework = await frameworkOf(context, handedIn, told);
    if (!framework) return null;
    const known = await competenciesOf(context, framework.id);
    const keys = known.map(({ key }) => key);
    const opened = (source: string) =>
      handedIn
        .filter((rating) => rating.source === source)
        .map((rating) => ({ at: rating.submittedAt, ...openAnswers(organisation, rating) }));
    const looks = { self: opened("self"), consultant: opened("consultant") };
    const released = told.map(({ closedAt, released: shown }) => ({ at: closedAt, shown }));
    const latest = viewsOf(keys, looks.self.at(-1), looks.consultant.at(-1), released.at(-1));
    const first = viewsOf(keys, looks.self[0], looks.consultant[0], released[0]);
    const target = await targetOf(context, programmeId);
    const draft = ratings.find((rating) => !rating.submittedAt && rating.source === side);
    return {
      framework: { id: framework.id, number: framework.number, current: framework.current },
      competencies: known.map(({ key, name, cluster, description, levels }) => ({
        ...{ key, name, cluster, description, levels },
        views: latest[key] ?? [],
        level: levelOf(latest[key] ?? []),
        notes: {
          self: looks.self.at(-1)?.notes[key] ?? "",
          consultant: looks.consultant.at(-1)?.notes[key] ?? "",
        },
        alike: released.at(-1)?.shown.alike[key] ?? null,
      })),
      side,
      goesOn: ["invited", "intake", "active", "paused"].includes(programme.state),
      ratedAt: { self: looks.self.at(-1)?.at ?? null, consultant: looks.consultant.at(-1)?.at ?? null },
      draft: draft ? { answered: draft.answered, total: known.length } : null,
      rounds,
      /** Civil date; null when a round may begin today. */
      nextRoundFrom: nextRoundFrom(context, rounds),
      target,
      gaps: target ? rankedGaps(target.requirements, latest, keys) : [],
      changes: changes(first, latest, keys),
      agreement: sidesAgree(latest),
    };
  },
});

type HandedIn = Rating & { submittedAt: Date };
const isHandedIn = (rating: Rating): rating is HandedIn => rating.submittedAt !== null;

/** The version in which the programme was rated last; before that the one in use. */
async function frameworkOf(
  context: QueryContext,
  handedIn: readonly HandedIn[],
  rounds: ReadonlyArray<{ frameworkId: string; closedAt: Date }>,
) {
  const current = await publishedFramework(context);
  const last = [
    ...handedIn.map(({ submittedAt, frameworkId }) => ({ at: submittedAt, frameworkId })),
    ...rounds.map(({ closedAt, frameworkId }) => ({ at: closedAt, frameworkId })),
  ].sort((left, right) => left.at.getTime() - right.at.getTime());
  const id = last.at(-1)?.frameworkId ?? current?.id;
  if (!id) return null;
  const [row] = await context.tx.select().from(competencyFrameworks).where(eq(competencyFrameworks.id, id));
  return row ? { id, number: row.number, current: id === current?.id } : null;
}

type Look = Answers & { at: Date };

/** The sides from which each competency is seen, of what was said at one time. */
function viewsOf(
  keys: readonly string[],
  self: Look | undefined,
  consultant: Look | undefined,
  round: { at: Date; shown: NonNullable<Awaited<ReturnType<typeof roundsOf>>[number]["released"]> } | undefined,
): Record<string, View[]> {
  return Object.fromEntries(
    keys.map((key) => {
      const own = (source: "self" | "consultant", look: Look | undefined): View[] =>
        look?.levels[key] ? [{ source, level: look.levels[key], count: 1, at: look.at }] : [];
      const cell = round?.shown.all[key];
      return [
        key,
        [
          ...own("self", self),
          ...own("consultant", consultant),
          ...(cell ? [{ source: "raters" as const, level: cell.mean, count: cell.count, at: round!.at }] : []),
        ],
      ];
    }),
  );
}

/** How far executive and consultant agree, over what both rated. */
function sidesAgree(views: Readonly<Record<string, readonly View[]>>) {
  const pairs = Object.values(views).flatMap((seen) => {
    const self = seen.find(({ source }) => source === "self");
    const consultant = seen.find(({ source }) => source === "consultant");
    return self && consultant ? [[self.level, consultant.level] as const] : [];
  });
  const kappa = weightedKappa(pairs);
  return kappa === null ? null : { kappa, word: agreementOf(kappa), pairs: pairs.length };
}

async function targetOf({ tx }: QueryContext, programmeId: string) {
  const [found] = await tx
    .select({
      id: roleProfiles.id,
      name: roleProfiles.name,
      programmeId: roleProfiles.programmeId,
      requirements: roleProfiles.requirements,
    })
    .from(programmeTargets)
    .innerJoin(roleProfiles, eq(roleProfiles.id, programmeTargets.roleProfileId))
    .where(eq(programmeTargets.programmeId, programmeId));
  if (!found) return null;
  const { programmeId: own, ...role } = found;
  return { ...role, own: own !== null, requirements: role.requirements as Requirements };
}
