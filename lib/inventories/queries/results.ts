import "server-only";
import { asc, eq } from "drizzle-orm";
import { inventorySharing, inventoryTakes } from "@/db/schema/inventories";
import { openTake } from "@/lib/inventories/answers";
import { inventories, inventoryForms, type Inventory } from "@/lib/inventories/items";
import { scoresOf } from "@/lib/inventories/rules/scoring";
import { OfProgrammeInput } from "@/lib/inventories/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";

export interface InventoryShown {
  inventory: Inventory;
  /** The take in work; the person's own only. */
  open: { answered: number; total: number } | null;
  /** Finished takes, the latest first. */
  results: ReadonlyArray<{ id: string; at: Date; form: number; scores: Readonly<Record<string, number>> }>;
  withConsultant: boolean;
}

/**
 * The inventories of a programme's executive: all for the person; for the consultant those that the person shares now. Nobody else
 * holds the permission.
 */
export const inventoriesOf = query({
  name: "inventories.of",
  permission: "inventories:read",
  input: OfProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }): Promise<{ mine: boolean; inventories: InventoryShown[] }> {
    const { tx, organisation, actor } = context;
    const { executiveId } = await loadProgramme(context, programmeId, "inventories:read");
    const mine = executiveId === personIdOf(actor);
    const shared = await tx.select().from(inventorySharing).where(eq(inventorySharing.personId, executiveId));
    const takes = await tx
      .select()
      .from(inventoryTakes)
      .where(eq(inventoryTakes.personId, executiveId))
      .orderBy(asc(inventoryTakes.finishedAt));
    const shown = inventories.map((inventory): InventoryShown => {
      const form = inventoryForms[inventory];
      const own = takes.filter((take) => take.inventory === inventory);
      const open = own.find(({ finishedAt }) => !finishedAt);
      return {
        inventory,
        open: open ? { answered: open.answered, total: form.items.length } : null,
        results: own
          .flatMap((take) => {
            const scores = take.form === form.form ? scoresOf(form, openTake(organisation, take)) : null;
            const whole = scores && Object.values(scores).every((score) => score !== null);
            return take.finishedAt && whole
              ? [{ id: take.id, at: take.finishedAt, form: take.form, scores: scores as Record<string, number> }]
              : [];
          })
          .reverse(),
        withConsultant: shared.some((row) => row.inventory === inventory && row.withConsultant),
      };
    });
    return {
      mine,
      inventories: mine
        ? shown
        : shown.filter(({ withConsultant }) => withConsultant).map((one) => ({ ...one, open: null })),
    };
  },
});
