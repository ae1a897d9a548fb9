import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { programmeEntitlements } from "@/db/schema/programmes";
import { sessionKinds, type SessionKind } from "@/lib/packages/schemas";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** How many sessions of each kind belong to a programme, in the order of the kinds; which of them are used, scheduling says (`entitlementOf`). */
export const sessionsOf = query({
  name: "programmes.sessions",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }): Promise<Array<{ kind: SessionKind; sessions: number }>> {
    await loadProgramme(context, id);
    const rows = await context.tx
      .select()
      .from(programmeEntitlements)
      .where(and(eq(programmeEntitlements.programmeId, id), gt(programmeEntitlements.sessions, 0)));
    return sessionKinds.flatMap((kind) => {
      const found = rows.find((row) => row.kind === kind);
      return found ? [{ kind, sessions: found.sessions }] : [];
    });
  },
});
