import { z } from "zod";
import { inventories } from "@/lib/inventories/items";

const inventory = z.enum(inventories);

export const InventoryInput = z.strictObject({ inventory });
export const SaveInventoryInput = z.strictObject({
  inventory,
  answers: z.record(z.string().max(40), z.int().min(1).max(5)),
});
export const ShareInput = z.strictObject({ inventory, withConsultant: z.boolean() });
export const OfProgrammeInput = z.strictObject({ programmeId: z.uuid("This is not a known record.") });
