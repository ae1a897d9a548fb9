import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inventorySharing, inventoryTakes } from "@/db/schema/inventories";
import { newId } from "@/db/tenant-table";
import { openTake, sealTake } from "@/lib/inventories/answers";
import { inventoryForms, type Inventory } from "@/lib/inventories/items";
import { InventoryInput, SaveInventoryInput, ShareInput } from "@/lib/inventories/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** Keeps answers while one fills in. The first begins a new take; the results of earlier ones stay. */
export const saveInventory = command({
  name: "inventories.save",
  permission: "inventories:write",
  input: SaveInventoryInput,
  audit: { none: "Answers are the person's own; that a take is finished is recorded." },
  example: () => ({ inventory: "interests" as const, answers: { realistic1: 4 } }),
  async run(context, { inventory, answers }) {
    const { tx, now, organisation } = context;
    const { form, items } = inventoryForms[inventory];
    const known = new Set(items.map(({ key }) => key));
    if (Object.keys(answers).some((key) => !known.has(key)))
      throw new Refusal("invalid", "This statement is not in the inventory.", "answers");
    const personId = self(context);
    const open = await openTakeOf(context, personId, inventory);
    // Items were changed since: the old answers stand for other words.
    const before = open?.form === form ? openTake(organisation, open) : {};
    const all = { ...before, ...answers };
    const id = open?.id ?? newId();
    const row = { form, answered: Object.keys(all).length, answersEncrypted: sealTake(organisation, id, all) };
    if (open)
      await tx
        .update(inventoryTakes)
        .set({ ...row, version: open.version + 1, updatedAt: now })
        .where(eq(inventoryTakes.id, id));
    else await tx.insert(inventoryTakes).values({ id, personId, inventory, ...row });
    return { answered: row.answered, total: items.length };
  },
});

/** Ends a take, whole; its result is shown from then on. */
export const finishInventory = command({
  name: "inventories.finish",
  permission: "inventories:write",
  input: InventoryInput,
  example: () => ({ inventory: "values" as const }),
  async run(context, { inventory }) {
    const { tx, now, organisation, record } = context;
    const open = await openTakeOf(context, self(context), inventory);
    const { form, items } = inventoryForms[inventory];
    const answers = open?.form === form ? openTake(organisation, open) : {};
    const missing = items.filter(({ key }) => !(key in answers)).length;
    if (!open || missing > 0)
      throw new Refusal("state", `${missing === 1 ? "One answer is" : `${missing} answers are`} missing.`);
    const [after] = await tx
      .update(inventoryTakes)
      .set({ finishedAt: now, version: open.version + 1, updatedAt: now })
      .where(eq(inventoryTakes.id, open.id))
      .returning();
    record("inventory-take", open, after!);
    return { id: open.id };
  },
});

/** Says who sees the results of an inventory: the person alone, or the consultant too. In force with the next page anybody opens. */
export const shareInventory = command({
  name: "inventories.share",
  permission: "inventories:write",
  input: ShareInput,
  example: () => ({ inventory: "values" as const, withConsultant: true }),
  undo: ({ inventory, withConsultant }) => ({
    operation: "inventories.share",
    input: { inventory, withConsultant: !withConsultant },
  }),
  async run(context, { inventory, withConsultant }) {
    const { tx, now, record } = context;
    const personId = self(context);
    const [before] = await tx
      .select()
      .from(inventorySharing)
      .where(and(eq(inventorySharing.personId, personId), eq(inventorySharing.inventory, inventory)))
      .for("update");
    const [after] = before
      ? await tx
          .update(inventorySharing)
          .set({ withConsultant, version: before.version + 1, updatedAt: now })
          .where(eq(inventorySharing.id, before.id))
          .returning()
      : await tx.insert(inventorySharing).values({ personId, inventory, withConsultant }).returning();
    record("inventory-sharing", before ?? null, after!);
    return { withConsultant };
  },
});

/** Nobody fills in for somebody else, the organisation itself neither. */
function self({ actor }: CommandContext): string {
  const personId = personIdOf(actor);
  if (!personId) throw new Refusal("forbidden", "Only the person can do this.");
  return personId;
}

async function openTakeOf({ tx }: CommandContext, personId: string, inventory: Inventory) {
  const [row] = await tx
    .select()
    .from(inventoryTakes)
    .where(
      and(
        eq(inventoryTakes.personId, personId),
        eq(inventoryTakes.inventory, inventory),
        isNull(inventoryTakes.finishedAt),
      ),
    )
    .for("update");
  return row ?? null;
}
