import "server-only";
import type { Command } from "@/lib/platform/operation";
import { moduleIsOn, type Plan } from "@/lib/platform/plans";
import { registry } from "@/lib/platform/registry";

/**
 * Gives an organisation what its switched-on modules begin with, one after the other: programmes bring packages, so that
 * the first executive can be invited. A beginning that was made already does nothing.
 */
export async function beginModules(
  organisation: { plan: string; modules: readonly string[] },
  run: (beginning: Command) => Promise<unknown>,
): Promise<void> {
  const { modules } = await registry();
  for (const { key, beginning } of modules)
    if (beginning && moduleIsOn({ plan: organisation.plan as Plan, modules: organisation.modules }, key))
      await run(beginning);
}
