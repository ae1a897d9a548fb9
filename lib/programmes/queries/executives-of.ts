import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { query } from "@/lib/platform/operation";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** Whose some programmes are, as far as the actor sees them; in no order. */
export const executivesOf = query({
  name: "programmes.executivesOf",
  permission: "programmes:read",
  input: z.strictObject({ ids: z.array(z.uuid()).max(50, "At most fifty at once.") }),
  example: ({ programmeId }) => ({ ids: [programmeId] }),
  run: ({ tx, actor }, { ids }) =>
    ids.length === 0
      ? Promise.resolve([])
      : tx
          .select({ id: programmes.id, executiveId: programmes.executiveId, name: people.name })
          .from(programmes)
          .innerJoin(people, eq(people.id, programmes.executiveId))
          .where(and(inArray(programmes.id, ids), isNull(programmes.deletedAt), visibleProgrammes(actor))),
});
