import "server-only";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import type { Inventory } from "@/lib/inventories/items";
import { inventoriesOf } from "@/lib/inventories/queries/results";
import { OfProgrammeInput } from "@/lib/inventories/schemas";
import { query } from "@/lib/platform/operation";

/** What the executive should do next of the assessment, with where; null when nothing is left, or the programme is over. */
export type AssessmentStep =
  | { step: "rate" | "go-on" | "ask"; path: string }
  | { step: "inventory"; inventory: Inventory; path: string }
  | null;

/** The one next step of the assessment: finish what is begun, rate oneself, ask others, take the inventories; in this order. */
export const nextAssessmentStep = query({
  name: "inventories.nextStep",
  permission: "inventories:write",
  input: OfProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run({ ask }, { programmeId }): Promise<AssessmentStep> {
    const here = `/programmes/${programmeId}/competencies`;
    const overview = await ask(competencyOverview, { programmeId });
    if (!overview?.goesOn || overview.side !== "self") return null;
    if (overview.draft) return { step: "go-on", path: `${here}/rate` };
    if (!overview.ratedAt.self) return { step: "rate", path: `${here}/rate` };
    if (overview.rounds.length === 0) return { step: "ask", path: `${here}/ask` };
    const { inventories } = await ask(inventoriesOf, { programmeId });
    const open = inventories.find(({ results }) => results.length === 0);
    return open
      ? { step: "inventory", inventory: open.inventory, path: `${here}/inventories/${open.inventory}/fill` }
      : null;
  },
});
