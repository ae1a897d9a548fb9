import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { roles } from "@/db/schema/people";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/operation";

/** Brings the built-in roles of an organisation to this release: missing ones are made, changed ones follow the code. */
export const seedRoles = command({
  name: "people.seedRoles",
  permission: "roles:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, now, record }): Promise<{ made: number; changed: number }> {
    // Two servers that start at the same moment wait for one another.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.roles:' || current_organisation()::text))`);
    const keys = builtInRoles.map(({ key }) => key);
    const there = await tx.select().from(roles).where(inArray(roles.key, keys));
    const missing = builtInRoles.filter(({ key }) => !there.some((role) => role.key === key));
    if (missing.length > 0) {
      const made = await tx
        .insert(roles)
        .values(missing.map((role) => ({ ...role, grants: role.grants as Record<string, string[]>, builtIn: true })))
        .returning();
      for (const row of made) record("role", null, row);
    }
    let changed = 0;
    for (const before of there) {
      const wanted = builtInRoles.find(({ key }) => key === before.key);
      if (!wanted || !before.builtIn) continue;
      const { name, description } = wanted;
      const grants = wanted.grants as Record<string, string[]>;
      const same = canonicalJson({ name, description, grants });
      if (same === canonicalJson({ name: before.name, description: before.description, grants: before.grants }))
        continue;
      const [after] = await tx
        .update(roles)
        .set({ name, description, grants, version: before.version + 1, updatedAt: now })
        .where(eq(roles.id, before.id))
        .returning();
      record("role", before, after ?? null);
      changed += 1;
    }
    return { made: missing.length, changed };
  },
});
