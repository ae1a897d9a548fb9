import "server-only";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { messages } from "@/db/schema/conversation";
import { packages } from "@/db/schema/packages";
import { programmes } from "@/db/schema/programmes";
import { may, scopesOf, type PersonActor } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";

export type FirstStep = "look" | "consultant" | "packages" | "executive" | "profile" | "ownExecutive" | "contact";

export interface FirstSteps {
  role: "administrator" | "consultant";
  steps: ReadonlyArray<{ step: FirstStep; done: boolean }>;
}

/** What a person puts away with `profile.dismissHint`: the list itself, or one of its steps that nothing else tells. */
export const hintOf = (what: FirstSteps["role"] | FirstStep): string => `first-steps.${what.toLowerCase()}`;

/**
 * The first steps of who sets a firm up or begins to work in it, each with whether it is done, as the records show. Null when
 * all are done, when the person put the list away, for other roles, and in a demo organisation.
 */
export const firstSteps = query({
  name: "programmes.firstSteps",
  permission: "programmes:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<FirstSteps | null> {
    const { actor, organisation, tx } = context;
    if (actor.kind !== "person" || organisation.demo) return null;
    const [self] = await tx
      .select({ dismissed: people.dismissed, photoFileId: people.photoFileId, headline: people.headline })
      .from(people)
      .where(eq(people.id, actor.personId));
    if (!self) return null;
    const away = (what: FirstSteps["role"] | FirstStep) => self.dismissed.includes(hintOf(what));
    if (may(actor, "organisation:write") && !away("administrator")) {
      const found = await administratorSteps(context, away);
      if (found.steps.some(({ done }) => !done)) return found;
    }
    if (scopesOf(actor, "programmes:read").has("caseload") && !away("consultant")) {
      const introduced = Boolean(self.photoFileId ?? self.headline);
      const found = await consultantSteps(context, actor, introduced);
      if (found.steps.some(({ done }) => !done)) return found;
    }
    return null;
  },
});

async function administratorSteps(
  { tx, organisation }: QueryContext,
  away: (step: FirstStep) => boolean,
): Promise<FirstSteps> {
  const consultants = tx
    .select({ one: sql`1` })
    .from(roleAssignments)
    .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
    .where(and(sql`${roles.grants} -> 'programmes:read' ? 'caseload'`, isNull(roleAssignments.deletedAt)));
  // Packages that came with the organisation are at their first version, and as many as came.
  const adapted = tx
    .select({ one: sql`1` })
    .from(packages)
    .where(
      or(gt(packages.version, 1), gt(packages.createdAt, sql`(select min(${packages.createdAt}) from ${packages})`)),
    );
  const executives = tx.select({ one: sql`1` }).from(programmes);
  const result = (await tx.execute(
    sql`select exists ${consultants} as consultant, exists ${adapted} as packages, exists ${executives} as executive`,
  )) as unknown as {
    rows: Array<{ consultant: boolean; packages: boolean; executive: boolean }>;
  };
  const is = result.rows[0]!;
  return {
    role: "administrator",
    steps: [
      // The first time that somebody saves the settings, the looks are stored, be they Landfall's own.
      { step: "look", done: "branding" in organisation.settings || away("look") },
      { step: "consultant", done: is.consultant },
      { step: "packages", done: is.packages || away("packages") },
      { step: "executive", done: is.executive },
    ],
  };
}

async function consultantSteps(
  { tx }: QueryContext,
  { personId }: PersonActor,
  introduced: boolean,
): Promise<FirstSteps> {
  const own = eq(programmes.consultantId, personId);
  const executives = tx
    .select({ one: sql`1` })
    .from(programmes)
    .where(own);
  const contacts = tx
    .select({ one: sql`1` })
    .from(programmes)
    .where(
      and(
        own,
        or(
          sql`${programmes.lastContactAt} is not null`,
          sql`exists ${tx
            .select({ one: sql`1` })
            .from(messages)
            .where(and(eq(messages.programmeId, programmes.id), eq(messages.authorPersonId, personId)))}`,
        ),
      ),
    );
  const result = (await tx.execute(
    sql`select exists ${executives} as executive, exists ${contacts} as contact`,
  )) as unknown as {
    rows: Array<{ executive: boolean; contact: boolean }>;
  };
  const is = result.rows[0]!;
  return {
    role: "consultant",
    steps: [
      { step: "profile", done: introduced },
      { step: "ownExecutive", done: is.executive },
      { step: "contact", done: is.contact },
    ],
  };
}
