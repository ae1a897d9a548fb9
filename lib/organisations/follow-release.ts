import "server-only";
import { isNull } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { beginModules } from "@/lib/organisations/begin-modules";
import { seedRoles } from "@/lib/people/commands/roles-seed";
import { execute } from "@/lib/platform/execute";
import { logger } from "@/lib/platform/log";

/**
 * Brings what this release gives to every organisation to those that are there already: new permissions of the built-in roles, and what
 * new modules begin with. Where nothing is new nothing is written. One that fails is logged and does not keep the others from it.
 */
export async function followRelease(): Promise<void> {
  const known = await acrossSweep((tx) =>
    tx
      .select({ id: organisations.id, plan: organisations.plan, modules: organisations.modules })
      .from(organisations)
      .where(isNull(organisations.suspendedAt)),
  );
  for (const { id, plan, modules } of known) {
    const actor = { kind: "system", organisationId: id, cause: "organisations.followRelease" } as const;
    try {
      await execute(seedRoles, actor, {});
      await beginModules({ plan, modules }, (beginning) => execute(beginning, actor, {}));
    } catch (error) {
      logger.error({ code: "organisations.not_followed", organisationId: id, err: error });
    }
  }
}
