import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { requirements, requirementSkills } from "@/db/schema/tailoring";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { reachesOwned } from "@/lib/tailoring/reach";
import type { Permission } from "@/lib/platform/permissions";
import type { OrganisationActor } from "@/lib/platform/actor";

export type Requirement = typeof requirements.$inferSelect;
export type Skill = typeof requirementSkills.$inferSelect;

/** Requirements that an actor reaches with a permission and that were not taken away. */
export const reachesRequirements = (actor: OrganisationActor, permission: Permission = "tailoring:read") =>
  and(
    isNull(requirements.deletedAt),
    reachesOwned(actor, permission, { owner: requirements.ownerPersonId, team: requirements.teamId }),
  )!;

/** Those of several requirements that the actor may change, locked, by their ids. */
export async function requirementsToChange(
  { tx, actor }: CommandContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Requirement>> {
  const rows = await tx
    .select()
    .from(requirements)
    .where(and(inArray(requirements.id, [...new Set(ids)]), reachesRequirements(actor, "tailoring:write")))
    .orderBy(requirements.id)
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** A requirement, locked for a change by who may; `removed` finds it after it was taken away too. */
export async function requirementToChange(
  { tx, actor }: CommandContext,
  id: string,
  removed = false,
): Promise<Requirement> {
  const [row] = await tx
    .select()
    .from(requirements)
    .where(
      and(
        eq(requirements.id, id),
        removed ? undefined : isNull(requirements.deletedAt),
        reachesOwned(actor, "tailoring:write", { owner: requirements.ownerPersonId, team: requirements.teamId }),
      ),
    )
    .for("update");
  if (!row) throw notFound("this requirement");
  return row;
}

/** The skills of a requirement in their order. */
export const skillsOf = ({ tx }: Pick<QueryContext, "tx">, requirementId: string): Promise<Skill[]> =>
  tx
    .select()
    .from(requirementSkills)
    .where(and(eq(requirementSkills.requirementId, requirementId), isNull(requirementSkills.deletedAt)))
    .orderBy(asc(requirementSkills.position));

/* Where texts are sealed: a value cannot be moved to another requirement or skill. */
export const descriptionPlace = (id: string): string => `requirement.description:${id}`;
export const evidencePlace = (requirementId: string, technologyKey: string): string =>
  `requirement-skill:${requirementId}:${technologyKey}`;

/** A requirement's words and skills as they are shown: opened, with years and amounts as text where `text` asks for a form. */
export function opened(
  { organisation }: Pick<QueryContext, "organisation">,
  { descriptionEncrypted, ...row }: Requirement,
  skills: readonly Skill[],
) {
  const key = dataKeyOf(organisation);
  return {
    ...row,
    description: descriptionEncrypted ? openText(key, descriptionEncrypted, descriptionPlace(row.id)) : "",
    skills: skills.map(({ name, technologyKey, need, years, evidenceEncrypted }) => ({
      name,
      technologyKey,
      need: need as "must" | "nice",
      years,
      evidence: evidenceEncrypted ? openText(key, evidenceEncrypted, evidencePlace(row.id, technologyKey)) : "",
    })),
  };
}
