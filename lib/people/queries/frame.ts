import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

export interface OwnCard {
  name: string;
  photoFileId: string | null;
  roles: string[];
}

/** How the signed-in person appears in the frame: name, photo, roles in words. */
export const ownCard = query({
  name: "people.ownCard",
  permission: "profile:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }): Promise<OwnCard> {
    const personId = personIdOf(actor);
    if (!personId) throw notFound("this person");
    const rows = await tx
      .select({ name: people.name, photoFileId: people.photoFileId, role: roles.name })
      .from(people)
      .leftJoin(roleAssignments, and(eq(roleAssignments.personId, people.id), isNull(roleAssignments.deletedAt)))
      .leftJoin(roles, and(eq(roles.id, roleAssignments.roleId), isNull(roles.deletedAt)))
      .where(eq(people.id, personId))
      .orderBy(roles.name);
    const [first] = rows;
    if (!first) throw notFound("this person");
    return {
      name: first.name,
      photoFileId: first.photoFileId,
      roles: rows.flatMap(({ role }) => (role ? [role] : [])),
    };
  },
});
