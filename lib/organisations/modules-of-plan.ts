import { switchableModules, type Plan } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";

/** All modules that a plan contains, in the order of their names. */
export const modulesOfPlan = (plan: Plan): string[] =>
  Object.entries(switchableModules)
    .filter(([, plans]) => plans.includes(plan))
    .map(([module]) => module)
    .sort();

/** The chosen modules, each once; refused when one is unknown or not in the plan. */
export function withinPlan(plan: Plan, chosen: readonly string[]): string[] {
  const contained = modulesOfPlan(plan);
  const outside = chosen.find((module) => !contained.includes(module));
  if (outside !== undefined) throw new Refusal("limit", `The plan does not contain “${outside}”.`, "modules");
  return contained.filter((module) => chosen.includes(module));
}
