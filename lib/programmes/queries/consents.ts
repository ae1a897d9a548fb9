import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { programmeConsents } from "@/db/schema/lifecycle";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { consentKinds, ProgrammeId } from "@/lib/programmes/schemas";

/** What the executive lets others see: each kind with whether it stands, and every time it was given and taken back, the latest first. */
export const consentsOf = query({
  name: "programmes.consents",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }) {
    await loadProgramme(context, id);
    const rows = await context.tx
      .select()
      .from(programmeConsents)
      .where(and(eq(programmeConsents.programmeId, id), isNull(programmeConsents.deletedAt)))
      .orderBy(desc(programmeConsents.givenAt));
    return consentKinds.map((kind) => {
      const times = rows.filter((row) => row.kind === kind);
      return { kind, standing: times.find(({ withdrawnAt }) => !withdrawnAt) ?? null, times };
    });
  },
});
