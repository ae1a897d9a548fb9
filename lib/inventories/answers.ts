import "server-only";
import type { inventoryTakes } from "@/db/schema/inventories";
import type { ItemAnswers } from "@/lib/inventories/items";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

type Keeper = Parameters<typeof dataKeyOf>[0];

/** Answers, for storing them. */
export const sealTake = (organisation: Keeper, takeId: string, answers: ItemAnswers): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(answers), `inventory-take:${takeId}`);

/** Answers of a take. */
export const openTake = (
  organisation: Keeper,
  { id, answersEncrypted }: Pick<typeof inventoryTakes.$inferSelect, "id" | "answersEncrypted">,
): ItemAnswers =>
  JSON.parse(openText(dataKeyOf(organisation), answersEncrypted, `inventory-take:${id}`)) as ItemAnswers;
