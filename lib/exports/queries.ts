import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { listExports } from "@/db/schema/exports";
import { files } from "@/db/schema/files";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/** The files that this person asked for, the newest first. */
export const ownExports = query({
  name: "exports.own",
  permission: "exports:run",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({
        id: listExports.id,
        list: listExports.list,
        format: listExports.format,
        status: listExports.status,
        rows: listExports.rows,
        problem: listExports.problem,
        askedAt: listExports.createdAt,
        fileId: files.id,
      })
      .from(listExports)
      .leftJoin(files, and(eq(files.id, listExports.fileId), isNull(files.deletedAt)))
      .where(eq(listExports.personId, personId))
      .orderBy(desc(listExports.createdAt))
      .limit(50);
  },
});
