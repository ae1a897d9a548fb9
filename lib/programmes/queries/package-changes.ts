import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { packageEntitlements, packagePhases, packageTasks } from "@/db/schema/packages";
import { programmeEntitlements, programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { PackageId } from "@/lib/packages/schemas";
import { query } from "@/lib/platform/operation";
import { isEnded } from "@/lib/programmes/lifecycle";
import { loadProgramme } from "@/lib/programmes/load";
import { readPackageChanges } from "@/lib/programmes/read-package-changes";
import { ProgrammeId } from "@/lib/programmes/schemas";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** What changed in a programme's package since it began or looked last, each with the fields and the due date that would move. Nothing once it ended. */
export const packageChangesOf = query({
  name: "programmes.packageChanges",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }) {
    const programme = await loadProgramme(context, id, "programmes:write");
    return isEnded(programme.state) ? [] : readPackageChanges(context, programme);
  },
});

/** How many programmes run with a package, and in how many of them something stands otherwise than in the package by now. */
export const packageUse = query({
  name: "programmes.packageUse",
  permission: "programmes:read",
  input: PackageId,
  example: ({ packageId }) => ({ id: packageId }),
  async run({ tx, actor }, { id }) {
    const changedTask = sql`exists (select 1 from ${packageTasks} join ${packagePhases} on ${packagePhases.id} = ${packageTasks.phaseId}
      left join ${programmeTasks} on ${programmeTasks.programmeId} = ${programmes.id} and ${programmeTasks.packageTaskId} = ${packageTasks.id}
      where ${packagePhases.packageId} = ${programmes.packageId} and case
        when ${programmeTasks.id} is null
          then ${packageTasks.deletedAt} is null and ${packagePhases.position} >= ${programmes.phasePosition}
        else ${programmeTasks.deletedAt} is null and ${programmeTasks.doneAt} is null
          and ${packageTasks.version} > coalesce(${programmeTasks.packageVersion}, 0) end)`;
    const changedPhase = sql`exists (select 1 from ${programmePhases} join ${packagePhases} on ${packagePhases.id} = ${programmePhases.packagePhaseId}
      where ${programmePhases.programmeId} = ${programmes.id} and ${packagePhases.version} > coalesce(${programmePhases.packageVersion}, 0))`;
    const changedSessions = sql`exists (select 1 from ${packageEntitlements} left join ${programmeEntitlements}
        on ${programmeEntitlements.programmeId} = ${programmes.id} and ${programmeEntitlements.kind} = ${packageEntitlements.kind}
      where ${packageEntitlements.packageId} = ${programmes.packageId}
        and ${packageEntitlements.version} > coalesce(${programmeEntitlements.packageVersion}, 0)
        and case when ${packageEntitlements.deletedAt} is null then ${packageEntitlements.sessions} else 0 end
          <> coalesce(${programmeEntitlements.sessions}, 0))`;
    const [found] = await tx
      .select({
        running: sql`count(*)`.mapWith(Number),
        differing: sql`count(*) filter (where ${changedTask} or ${changedPhase} or ${changedSessions})`.mapWith(Number),
      })
      .from(programmes)
      .where(
        and(
          eq(programmes.packageId, id),
          isNull(programmes.deletedAt),
          visibleProgrammes(actor),
          sql`${programmes.state} in ('invited', 'intake', 'active', 'paused')`,
        ),
      );
    return found!;
  },
});
