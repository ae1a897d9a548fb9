import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { competencyRatings } from "@/db/schema/competencies";
import { openAnswers } from "@/lib/competencies/answers";
import { keepAnswers } from "@/lib/competencies/keep-answers";
import { assertWhole, competenciesOf, frameworkInUse } from "@/lib/competencies/load";
import { ProgrammeInput, SaveRatingInput } from "@/lib/competencies/schemas";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertGoingOn, loadProgramme, type Programme } from "@/lib/programmes/load";

/**
 * Keeps part of one's rating while it is filled in: the executive's own view of the own programme, the consultant's of somebody
 * else's. The first part begins a draft in the version of the framework that is in use then.
 */
export const saveRating = command({
  name: "competencies.save",
  permission: "competencies:write",
  input: SaveRatingInput,
  audit: { none: "A draft is its author's own; handing it in is recorded." },
  example: ({ programmeId }) => ({ programmeId, levels: { strategy: 4 as const }, notes: {} }),
  async run(context, { programmeId, ...sent }) {
    const programme = await loadProgramme(context, programmeId, "competencies:write");
    assertGoingOn(programme);
    const draft = await draftOf(context, programme);
    const frameworkId = draft?.frameworkId ?? (await frameworkInUse(context)).id;
    return keepAnswers(context, {
      draft,
      known: await competenciesOf(context, frameworkId),
      sent,
      fresh: { programmeId, frameworkId, ...sideOf(context, programme) },
    });
  },
});

/** Hands one's rating in: it stays as it is from then on, and the other side is told. */
export const submitRating = command({
  name: "competencies.submit",
  permission: "competencies:write",
  input: ProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const { tx, now, organisation, record } = context;
    const programme = await loadProgramme(context, programmeId, "competencies:write");
    assertGoingOn(programme);
    const draft = await draftOf(context, programme);
    if (!draft) throw new Refusal("state", "There is no rating in work. Answer the first question to begin one.");
    const { levels } = openAnswers(organisation, draft);
    assertWhole(await competenciesOf(context, draft.frameworkId), levels);
    const [after] = await tx
      .update(competencyRatings)
      .set({ submittedAt: now, version: draft.version + 1, updatedAt: now })
      .where(eq(competencyRatings.id, draft.id))
      .returning();
    record("competency-rating", draft, after!);
    const self = draft.source === "self";
    await notify(context, {
      personIds: [self ? programme.consultantId : programme.executiveId],
      kind: "competencies.rated",
      data: { side: self ? "self" : "consultant" },
      href: `/programmes/${programmeId}/competencies`,
      dedupeKey: `competencies-rated/${draft.id}`,
      about: { entity: "programme", id: programmeId },
    });
    return { id: draft.id };
  },
});

/** From which side the actor looks at the programme. The organisation itself rates as the consultant would. */
export const sideOf = ({ actor }: Pick<CommandContext, "actor">, programme: Programme) => {
  const personId = personIdOf(actor) ?? programme.consultantId;
  return { personId, source: personId === programme.executiveId ? ("self" as const) : ("consultant" as const) };
};

async function draftOf(context: CommandContext, programme: Programme) {
  const { source } = sideOf(context, programme);
  const [row] = await context.tx
    .select()
    .from(competencyRatings)
    .where(
      and(
        eq(competencyRatings.programmeId, programme.id),
        eq(competencyRatings.source, source),
        isNull(competencyRatings.submittedAt),
      ),
    )
    .for("update");
  return row ?? null;
}
