import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { teamMembers, teams } from "@/db/schema/people";
import { lockPerson } from "@/lib/people/load";
import { AddTeamInput, RenameTeamInput, TeamIdInput, TeamMemberInput } from "@/lib/people/schemas";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/** A workspace inside the organisation: its members see what the team owns. */
export const addTeam = command({
  name: "teams.add",
  permission: "teams:write",
  input: AddTeamInput,
  example: () => ({ name: "Basel office" }),
  async run(context, { name }): Promise<{ teamId: string }> {
    await assertFreeName(context, name);
    const [made] = await context.tx
      .insert(teams)
      .values({ name, nameKey: nameKey(name) })
      .returning();
    if (!made) throw new Error("The team was not stored.");
    context.record("team", null, made);
    return { teamId: made.id };
  },
});

export const renameTeam = command({
  name: "teams.rename",
  permission: "teams:write",
  input: RenameTeamInput,
  example: ({ teamId }) => ({ teamId, name: "Harbour office", expectedVersion: 1 }),
  async run(context, { teamId, name, expectedVersion }): Promise<{ teamId: string }> {
    const { tx, now, record } = context;
    const before = await lockTeam(context, teamId);
    assertVersion(before, expectedVersion, "this team");
    if (nameKey(name) !== before.nameKey) await assertFreeName(context, name);
    const [after] = await tx
      .update(teams)
      .set({ name, nameKey: nameKey(name), version: before.version + 1, updatedAt: now })
      .where(eq(teams.id, teamId))
      .returning();
    record("team", before, after ?? null);
    return { teamId };
  },
});

/** Removes a team that owns nothing that is going on. What it owned before stays as it was. */
export const removeTeam = command({
  name: "teams.remove",
  permission: "teams:write",
  input: TeamIdInput,
  example: ({ emptyTeamId }) => ({ teamId: emptyTeamId, expectedVersion: 1 }),
  async run(context, { teamId, expectedVersion }): Promise<{ teamId: string }> {
    const { tx, now, record } = context;
    const before = await lockTeam(context, teamId);
    assertVersion(before, expectedVersion, "this team");
    const [owned] = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.teamId, teamId), isNull(programmes.deletedAt), isNull(programmes.endedAt)))
      .limit(1);
    if (owned) throw new Refusal("state", "Programmes that are going on belong to this team. Move them first.");
    const left = await tx.delete(teamMembers).where(eq(teamMembers.teamId, teamId)).returning();
    for (const member of left) record("team-member", member, null);
    const [after] = await tx
      .update(teams)
      .set({ deletedAt: now, nameKey: `${before.nameKey} ${before.id}`, version: before.version + 1, updatedAt: now })
      .where(eq(teams.id, teamId))
      .returning();
    record("team", before, after ?? null);
    return { teamId };
  },
});

/** Takes a person into a team, or makes them its lead or not. */
export const putTeamMember = command({
  name: "teams.putMember",
  permission: "teams:write",
  input: TeamMemberInput,
  example: ({ teamId, otherConsultantId }) => ({ teamId, personId: otherConsultantId, lead: true }),
  undo: ({ teamId, personId }, { added }) =>
    added ? { operation: "teams.removeMember", input: { teamId, personId } } : null,
  async run(context, { teamId, personId, lead = false }): Promise<{ added: boolean }> {
    const { tx, now, record } = context;
    await lockTeam(context, teamId);
    const person = await lockPerson(tx, personId);
    if (person.status !== "active" && person.status !== "invited")
      throw new Refusal("state", "Only people who are invited or can sign in are in teams.", "personId");
    const mine = and(eq(teamMembers.teamId, teamId), eq(teamMembers.personId, personId));
    const [before] = await tx.select().from(teamMembers).where(mine);
    const [after] = before
      ? await tx
          .update(teamMembers)
          .set({ lead, version: before.version + 1, updatedAt: now })
          .where(mine)
          .returning()
      : await tx.insert(teamMembers).values({ teamId, personId, lead }).returning();
    record("team-member", before ?? null, after ?? null);
    return { added: !before };
  },
});

export const removeTeamMember = command({
  name: "teams.removeMember",
  permission: "teams:write",
  input: TeamMemberInput.omit({ lead: true }),
  example: ({ teamId, consultantId }) => ({ teamId, personId: consultantId }),
  undo: ({ teamId, personId }, { lead }) => ({
    operation: "teams.putMember",
    input: { teamId, personId, lead: lead === true },
  }),
  async run(context, { teamId, personId }): Promise<{ lead: boolean }> {
    await lockTeam(context, teamId);
    const [gone] = await context.tx
      .delete(teamMembers)
      .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.personId, personId)))
      .returning();
    if (!gone) throw notFound("this member");
    context.record("team-member", gone, null);
    return { lead: gone.lead };
  },
});

async function lockTeam({ tx }: CommandContext, teamId: string) {
  const [team] = await tx
    .select()
    .from(teams)
    .where(and(eq(teams.id, teamId), isNull(teams.deletedAt)))
    .for("update");
  if (!team) throw notFound("this team");
  return team;
}

async function assertFreeName({ tx }: CommandContext, name: string): Promise<void> {
  const [taken] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(eq(teams.nameKey, nameKey(name)));
  if (taken) throw new Refusal("conflict", "There is a team of this name already.", "name");
}
