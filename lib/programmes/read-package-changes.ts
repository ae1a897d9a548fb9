import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { packageEntitlements, packagePhases, packageTasks } from "@/db/schema/packages";
import { programmeEntitlements, programmePhases, programmeTasks } from "@/db/schema/programmes";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { sessionKinds } from "@/lib/packages/schemas";
import type { QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";
import type { Programme } from "@/lib/programmes/load";
import { packageChanges, type PackageChange } from "@/lib/programmes/package-changes";

/** What a programme could take over from its package now. */
export async function readPackageChanges(
  { tx, now, organisation }: Pick<QueryContext, "tx" | "now" | "organisation">,
  programme: Programme,
): Promise<PackageChange[]> {
  const sourcePhases = await tx
    .select()
    .from(packagePhases)
    .where(and(eq(packagePhases.packageId, programme.packageId), isNull(packagePhases.deletedAt)));
  const sourceTasks = await tx
    .select({ task: packageTasks, phasePosition: packagePhases.position })
    .from(packageTasks)
    .innerJoin(packagePhases, eq(packagePhases.id, packageTasks.phaseId))
    .where(eq(packagePhases.packageId, programme.packageId))
    .orderBy(packagePhases.position, packageTasks.position);
  const sourceEntitlements = await tx
    .select()
    .from(packageEntitlements)
    .where(eq(packageEntitlements.packageId, programme.packageId));
  const entitlements = await tx
    .select()
    .from(programmeEntitlements)
    .where(eq(programmeEntitlements.programmeId, programme.id));
  const phases = await tx.select().from(programmePhases).where(eq(programmePhases.programmeId, programme.id));
  const tasks = await tx
    .select()
    .from(programmeTasks)
    .where(and(eq(programmeTasks.programmeId, programme.id), sql`${programmeTasks.packageTaskId} is not null`));
  return packageChanges(
    {
      phases: sourcePhases,
      tasks: sourceTasks.map(({ task, phasePosition }) => ({
        ...{ ...task, phasePosition, removed: task.deletedAt !== null },
      })),
      entitlements: sessionKinds.flatMap((kind) =>
        sourceEntitlements
          .filter((source) => source.kind === kind)
          .map((source) => ({ ...source, sessions: source.deletedAt ? 0 : source.sessions })),
      ),
    },
    {
      phases,
      entitlements,
      tasks: tasks.map((task) => ({ ...task, done: task.doneAt !== null, removed: task.deletedAt !== null })),
    },
    {
      phasePosition: programme.phasePosition,
      begun: programme.state !== "invited",
      today: civilDate(now, organisation.timeZone),
      calendar: await calendarOf({ tx, organisation }),
    },
  );
}
