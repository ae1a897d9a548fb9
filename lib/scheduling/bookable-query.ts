import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { sessionTypes } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** For whom one can book, and what: programmes that run, in the order of their executives' names. */
export const bookableProgrammes = query({
  name: "scheduling.bookableProgrammes",
  permission: "sessions:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const rows = await tx
      .select({ id: programmes.id, name: people.name, executiveId: programmes.executiveId })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          inArray(programmes.state, ["intake", "active"]),
          isNull(programmes.deletedAt),
          visibleProgrammes(actor, "sessions:write"),
        ),
      )
      .orderBy(asc(people.nameKey), asc(programmes.id))
      .limit(2000);
    const types = await tx
      .select({ id: sessionTypes.id, name: sessionTypes.name })
      .from(sessionTypes)
      .where(and(isNull(sessionTypes.deletedAt), isNull(sessionTypes.archivedAt)))
      .orderBy(asc(sessionTypes.nameKey));
    const self = personIdOf(actor);
    return { programmes: rows.map(({ executiveId, ...row }) => ({ ...row, own: executiveId === self })), types };
  },
});
