import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { packagePhases, packages, packageTasks } from "@/db/schema/programmes";
import { PackageId } from "@/lib/packages/schemas";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

/** All packages, those that were put away at the end. */
export const allPackages = query({
  name: "packages.all",
  permission: "packages:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx }) =>
    tx
      .select({
        id: packages.id,
        name: packages.name,
        description: packages.description,
        months: packages.months,
        endsBy: packages.endsBy,
        archivedAt: packages.archivedAt,
      })
      .from(packages)
      .where(isNull(packages.deletedAt))
      .orderBy(asc(packages.archivedAt), asc(packages.nameKey)),
});

/** One package with its phases and their tasks. */
export const onePackage = query({
  name: "packages.one",
  permission: "packages:read",
  input: PackageId,
  example: ({ packageId }) => ({ id: packageId }),
  async run({ tx }, { id }) {
    const [row] = await tx
      .select()
      .from(packages)
      .where(and(eq(packages.id, id), isNull(packages.deletedAt)));
    if (!row) throw notFound("this package");
    const phases = await tx
      .select()
      .from(packagePhases)
      .where(and(eq(packagePhases.packageId, id), isNull(packagePhases.deletedAt)))
      .orderBy(asc(packagePhases.position));
    const tasks = phases.length
      ? await tx
          .select()
          .from(packageTasks)
          .where(
            and(
              inArray(
                packageTasks.phaseId,
                phases.map((phase) => phase.id),
              ),
              isNull(packageTasks.deletedAt),
            ),
          )
          .orderBy(asc(packageTasks.position))
      : [];
    return {
      ...row,
      phases: phases.map((phase) => ({ ...phase, tasks: tasks.filter((task) => task.phaseId === phase.id) })),
    };
  },
});
