import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inventoryTakes } from "@/db/schema/inventories";
import { openTake } from "@/lib/inventories/answers";
import { inventoryForms, type ItemAnswers } from "@/lib/inventories/items";
import { InventoryInput } from "@/lib/inventories/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/** One's own answers in work; none where no take is open. */
export const inventoryAnswers = query({
  name: "inventories.answers",
  permission: "inventories:write",
  input: InventoryInput,
  example: () => ({ inventory: "values" as const }),
  async run({ tx, actor, organisation }, { inventory }): Promise<ItemAnswers> {
    const personId = personIdOf(actor);
    if (!personId) return {};
    const [open] = await tx
      .select()
      .from(inventoryTakes)
      .where(
        and(
          eq(inventoryTakes.personId, personId),
          eq(inventoryTakes.inventory, inventory),
          isNull(inventoryTakes.finishedAt),
        ),
      );
    return open && open.form === inventoryForms[inventory].form ? openTake(organisation, open) : {};
  },
});
