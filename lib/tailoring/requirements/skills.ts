import "server-only";
import { eq } from "drizzle-orm";
import { requirementSkills } from "@/db/schema/tailoring";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { evidencePlace, skillsOf } from "@/lib/tailoring/requirements/load";
import type { RequirementSkill } from "@/lib/tailoring/requirements/schemas";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { technologyKey } from "@/lib/tailoring/technology-key";

/** Makes the skills of a requirement what a form says: what is new joins, what changed is changed, what is not there goes. */
export async function putSkills(
  context: CommandContext,
  requirementId: string,
  asked: readonly RequirementSkill[],
): Promise<void> {
  const { tx, now, record, organisation } = context;
  const dataKey = dataKeyOf(organisation);
  const own = await ownTechnologies(context);
  const known = new Map((await skillsOf(context, requirementId)).map((row) => [row.technologyKey, row]));
  const seen = new Set<string>();
  for (const [place, { name, need, years, evidence }] of asked.entries()) {
    const key = technologyKey(name, own);
    if (seen.has(key))
      throw new Refusal("invalid", "This skill stands there twice.", { field: `skills.${place}.name` });
    seen.add(key);
    const before = known.get(key);
    const columns = { name, need, years: years ? Number(years) : null, position: place + 1 };
    // What is sealed anew never looks the same, so that words which stay are left as they are sealed.
    const sealed = evidence ? sealText(dataKey, evidence, evidencePlace(requirementId, key)) : null;
    if (!before) {
      const [made] = await tx
        .insert(requirementSkills)
        .values({ requirementId, technologyKey: key, ...columns, evidenceEncrypted: sealed })
        .returning();
      record("requirement_skill", null, made!);
      continue;
    }
    const said = before.evidenceEncrypted
      ? openText(dataKey, before.evidenceEncrypted, evidencePlace(requirementId, key))
      : "";
    const stays = (evidence ?? said) === said;
    const same = Object.entries(columns).every(([column, value]) => before[column as keyof typeof columns] === value);
    if (same && stays) continue;
    const [after] = await tx
      .update(requirementSkills)
      .set({
        ...columns,
        evidenceEncrypted: stays ? before.evidenceEncrypted : sealed,
        ...{ version: before.version + 1, updatedAt: now },
      })
      .where(eq(requirementSkills.id, before.id))
      .returning();
    record("requirement_skill", before, after!);
  }
  for (const [key, row] of known) {
    if (seen.has(key)) continue;
    await tx.delete(requirementSkills).where(eq(requirementSkills.id, row.id));
    record("requirement_skill", row, null);
  }
}
