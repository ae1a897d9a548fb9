import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { packageEntitlements, packagePhases, packages, packageTasks } from "@/db/schema/packages";
import { PackageId, sessionKinds, type SessionKind } from "@/lib/packages/schemas";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

/** A package that was put away begins no new programme. */
const packageStates = ["offered", "archived"] as const;

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

/** All packages, by name. */
export const packageList = list({
  name: "packages.list",
  permission: "packages:read",
  key: sql`${packages.id}`,
  columns: [
    {
      key: "name",
      kind: "text",
      value: sql`${packages.name}`,
      sortable: true,
      sort: { by: sql`${packages.nameKey}` },
      second: "description",
    },
    { key: "description", kind: "text", value: sql`nullif(${packages.description}, '')` },
    { key: "endsBy", kind: "status", value: sql`${packages.endsBy}` },
    {
      key: "state",
      kind: "status",
      value: sql`case when ${packages.archivedAt} is null then 'offered' else 'archived' end`,
    },
    { key: "months", kind: "number", align: "end", value: sql`${packages.months}`, sortable: true },
  ],
  filters: [
    {
      key: "state",
      kind: "choice",
      options: packageStates,
      condition: (value) =>
        inArray(sql`case when ${packages.archivedAt} is null then 'offered' else 'archived' end`, readChoice(value)),
    },
    {
      key: "endsBy",
      kind: "choice",
      options: ["time", "landing"],
      condition: (value) => inArray(packages.endsBy, readChoice(value)),
    },
  ],
  text: [sql`${packages.nameKey}`],
  defaultSort: { column: "name", descending: false },
  source: () => ({ from: sql`${packages}`, where: isNull(packages.deletedAt) }),
  href: (id) => `/packages/${id}`,
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
    const entitlements = await tx
      .select({ kind: packageEntitlements.kind, sessions: packageEntitlements.sessions })
      .from(packageEntitlements)
      .where(and(eq(packageEntitlements.packageId, id), isNull(packageEntitlements.deletedAt)));
    return {
      ...row,
      sessions: Object.fromEntries(
        sessionKinds.map((kind) => [kind, entitlements.find((other) => other.kind === kind)?.sessions ?? 0]),
      ) as Record<SessionKind, number>,
      phases: phases.map((phase) => ({ ...phase, tasks: tasks.filter((task) => task.phaseId === phase.id) })),
    };
  },
});
