import "server-only";
import { importTargets } from "@/lib/imports/load";
import type { ImportWithin } from "@/lib/imports/schemas";
import { may } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import { assertRecordVisible, visibleTo } from "@/lib/platform/record-visible";
import { Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";

/** The record on whose page an import of this kind begins, as it is called there; null where the actor does not see it. */
export async function withinOf(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  key: string,
  id: string,
): Promise<ImportWithin | null> {
  const target = (await importTargets()).find((candidate) => candidate.key === key);
  const kind = (await registry()).searchables.find(({ entity }) => entity === target?.within?.entity);
  if (!target?.within || !kind || !may(actor, target.permission)) return null;
  try {
    await assertRecordVisible(tx, actor, visibleTo(kind), id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  const title = await target.within.name(tx, id);
  return title === null ? null : { id, title, path: kind.path(id) };
}
