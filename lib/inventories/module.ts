import "server-only";
import { eq } from "drizzle-orm";
import { inventorySharing, inventoryTakes } from "@/db/schema/inventories";
import { openTake } from "@/lib/inventories/answers";
import { finishInventory, saveInventory, shareInventory } from "@/lib/inventories/commands/fill";
import { inventoryAnswers } from "@/lib/inventories/queries/form";
import { nextAssessmentStep } from "@/lib/inventories/queries/next-step";
import { inventoriesOf } from "@/lib/inventories/queries/results";
import { module } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";

/** How people like to work, what counts for them, what draws them; theirs to share. */
export const inventoriesModule = module({
  key: "inventories",
  commands: [finishInventory, saveInventory, shareInventory],
  queries: [inventoriesOf, inventoryAnswers, nextAssessmentStep],
  lists: [],
  personalData: {
    tables: ["inventory_takes", "inventory_sharing"],
    async export(tx, personId) {
      const organisation = await organisationOfTransaction(tx);
      const takes = await tx.select().from(inventoryTakes).where(eq(inventoryTakes.personId, personId));
      return {
        inventory_takes: takes.map((take) => {
          const { answersEncrypted: _, ...row } = take;
          return { ...row, answers: openTake(organisation, take) };
        }),
        inventory_sharing: await tx.select().from(inventorySharing).where(eq(inventorySharing.personId, personId)),
      };
    },
    async erase(tx, personId) {
      await tx.delete(inventoryTakes).where(eq(inventoryTakes.personId, personId));
      await tx.delete(inventorySharing).where(eq(inventorySharing.personId, personId));
    },
  },
});
