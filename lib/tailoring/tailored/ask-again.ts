import "server-only";
import { and, asc, eq, lte, or } from "drizzle-orm";
import { z } from "zod";
import { tailoredVersions } from "@/db/schema/tailored";
import { command } from "@/lib/platform/operation";

const atOnce = 200;

/** Minutes after which what waits is asked for again: longer than a full queue takes. */
const waitsAtMost = 15;

/**
 * Asks again for versions and PDFs that have waited long. What asked for them first may have come to nothing, as where the organisation was suspended
 * in between; asking for what is at work or done does no harm.
 */
export const askAgain = command({
  name: "tailoring.askAgain",
  permission: "tailoring:write",
  audit: { none: "Changes nothing: what comes of it is recorded with the version." },
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, now, emit }): Promise<{ again: number }> {
    const waiting = await tx
      .select({ id: tailoredVersions.id, status: tailoredVersions.status })
      .from(tailoredVersions)
      .where(
        and(
          or(eq(tailoredVersions.status, "waiting"), eq(tailoredVersions.pdfStatus, "waiting")),
          lte(tailoredVersions.updatedAt, new Date(now.getTime() - waitsAtMost * 60_000)),
        ),
      )
      .orderBy(asc(tailoredVersions.updatedAt), asc(tailoredVersions.id))
      .limit(atOnce);
    for (const { id, status } of waiting)
      emit(status === "waiting" ? "tailoring.version-asked" : "tailoring.pdf-asked", { versionId: id });
    return { again: waiting.length };
  },
});
