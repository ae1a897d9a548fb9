import type { Transaction } from "@/db/client";
import { inventorySharing, inventoryTakes } from "@/db/schema/inventories";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { inventoryForms } from "@/lib/inventories/items";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

/** The executive's values: finished once, and filled in a second time but not finished; shared with nobody. */
export async function seedInventoryWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const key = dataKeyOf(await organisationOfTransaction(tx));
  const take = async (thing: string, inventory: "values", finishedAt: Date | null) => {
    const id = worldId(slug, `inventory-take/${thing}`);
    const answers = Object.fromEntries(inventoryForms.values.items.map((item, at) => [item.key, (at % 5) + 1]));
    await tx.insert(inventoryTakes).values({
      ...{ id, personId: ids.executiveId, inventory, form: 1, answered: 12, finishedAt },
      answersEncrypted: sealText(key, JSON.stringify(answers), `inventory-take:${id}`),
    });
  };
  await take("values", "values", worldMoment);
  await take("values/again", "values", null);
  await tx.insert(inventorySharing).values({
    ...{ id: worldId(slug, "inventory-sharing"), personId: ids.executiveId, inventory: "values" },
    withConsultant: false,
  });
}
