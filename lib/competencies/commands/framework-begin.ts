import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { competencies, competencyFrameworks, roleProfiles } from "@/db/schema/competencies";
import { defaultFramework, defaultRoleProfiles } from "@/lib/competencies/content/default-framework";
import { command } from "@/lib/platform/operation";

/**
 * The framework and the roles with which an organisation starts, where there never was a framework. The organisation edits its
 * own from there on.
 */
export const beginFramework = command({
  name: "competencies.begin",
  permission: "frameworks:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, now, record }): Promise<{ frameworkId: string }> {
    // Two who begin at the same moment wait for one another.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext('competencies.begin'), hashtext(current_organisation()::text))`,
    );
    const [known] = await tx
      .select({ id: competencyFrameworks.id })
      .from(competencyFrameworks)
      .where(eq(competencyFrameworks.number, 1));
    if (known) return { frameworkId: known.id };
    const [framework] = await tx
      .insert(competencyFrameworks)
      .values({ number: 1, state: "published", publishedAt: now })
      .returning();
    record("competency-framework", null, framework!);
    await tx.insert(competencies).values(
      defaultFramework.map(({ levels, ...content }, at) => ({
        ...content,
        levels: [...levels],
        frameworkId: framework!.id,
        position: at + 1,
      })),
    );
    const roles = await tx
      .insert(roleProfiles)
      .values(
        defaultRoleProfiles.map(({ name, requirements }) => ({
          name,
          requirements: Object.fromEntries(
            Object.entries(requirements).map(([key, [level, importance]]) => [key, { level, importance }]),
          ),
        })),
      )
      .returning();
    for (const role of roles) record("role-profile", null, role);
    return { frameworkId: framework!.id };
  },
});
