import "server-only";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { listDefaults, savedViews } from "@/db/schema/platform";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import { assertSeesView } from "@/lib/records/queries/views";
import { DefaultView, RenameView, SaveView, ShareView, UpdateView, ViewId } from "@/lib/records/schemas";

/*
 * Saved views. Only their owner changes them, so they carry no expected version: what the owner saved last counts.
 */

/** Most views that one person keeps of one list. */
const mostViews = 50;

export const saveView = command({
  name: "views.save",
  permission: "views:write",
  input: SaveView,
  example: () => ({ list: "audit.entries", name: "Last week", state: "sort=-at" }),
  undo: (_input, { id }: { id: string }) => ({ operation: "views.delete", input: { id } }),
  async run({ tx, actor, record }, { list, name, state }) {
    const ownerPersonId = personIdOf(actor);
    if (!ownerPersonId) throw new Refusal("invalid", "Only a person keeps views.");
    if (!(await registry()).findList(list)) throw notFound("this list");
    await assertNameIsFree(tx, { list, ownerPersonId, name });
    const [kept] = await tx
      .select({ views: count() })
      .from(savedViews)
      .where(and(eq(savedViews.list, list), eq(savedViews.ownerPersonId, ownerPersonId), isNull(savedViews.deletedAt)));
    if ((kept?.views ?? 0) >= mostViews)
      throw new Refusal("limit", `You keep ${mostViews} views of this list already. Delete one first.`);
    const position = kept?.views ?? 0;
    const [row] = await tx.insert(savedViews).values({ list, name, state, ownerPersonId, position }).returning();
    record("saved_view", null, row!);
    return { id: row!.id };
  },
});

export const renameView = command({
  name: "views.rename",
  permission: "views:write",
  input: RenameView,
  example: (world) => ({ id: world.savedViewId, name: "This week" }),
  undo: ({ id }, { before }: { before: string }) => ({ operation: "views.rename", input: { id, name: before } }),
  async run({ tx, actor, now, record }, { id, name }) {
    const view = await ownView(tx, actor, id);
    if (view.name !== name) await assertNameIsFree(tx, { ...view, name });
    const [after] = await tx
      .update(savedViews)
      .set({ name, version: view.version + 1, updatedAt: now })
      .where(eq(savedViews.id, id))
      .returning();
    record("saved_view", view, after!);
    return { id, before: view.name };
  },
});

export const updateView = command({
  name: "views.update",
  permission: "views:write",
  input: UpdateView,
  example: (world) => ({ id: world.savedViewId, state: "sort=-at&f.change=deleted" }),
  undo: ({ id }, { before }: { before: string }) => ({ operation: "views.update", input: { id, state: before } }),
  async run({ tx, actor, now, record }, { id, state }) {
    const view = await ownView(tx, actor, id);
    const [after] = await tx
      .update(savedViews)
      .set({ state, version: view.version + 1, updatedAt: now })
      .where(eq(savedViews.id, id))
      .returning();
    record("saved_view", view, after!);
    return { id, before: view.state };
  },
});

/** With whom a view is shared. Its readers see their own rows through it, never the owner's. */
export const shareView = command({
  name: "views.share",
  permission: "views:write",
  input: ShareView,
  example: (world) => ({ id: world.savedViewId, with: "everybody" as const }),
  undo: ({ id }, { teamBefore, sharedBefore }: { teamBefore: string | null; sharedBefore: boolean }) => ({
    operation: "views.share",
    input: teamBefore ? { id, with: "team", teamId: teamBefore } : { id, with: sharedBefore ? "everybody" : "nobody" },
  }),
  async run({ tx, actor, now, record }, input) {
    const view = await ownView(tx, actor, input.id);
    assertMayShare(actor, input.with);
    const teamId = input.with === "team" ? (input.teamId ?? null) : null;
    if (input.with === "team" && (!teamId || (actor.kind === "person" && !actor.teamIds.includes(teamId))))
      throw new Refusal("invalid", "Choose one of your teams.", "teamId");
    const [after] = await tx
      .update(savedViews)
      .set({ shared: input.with !== "nobody", teamId, version: view.version + 1, updatedAt: now })
      .where(eq(savedViews.id, view.id))
      .returning();
    record("saved_view", view, after!);
    return { id: view.id, teamBefore: view.teamId, sharedBefore: view.shared };
  },
});

export const deleteView = command({
  name: "views.delete",
  permission: "views:write",
  input: ViewId,
  example: (world) => ({ id: world.savedViewId }),
  undo: ({ id }) => ({ operation: "views.restore", input: { id } }),
  async run({ tx, actor, now, record }, { id }) {
    const view = await ownView(tx, actor, id);
    await tx
      .update(savedViews)
      .set({ deletedAt: now, version: view.version + 1, updatedAt: now })
      .where(eq(savedViews.id, id));
    record("saved_view", view, null);
    return { id };
  },
});

export const restoreView = command({
  name: "views.restore",
  permission: "views:write",
  input: ViewId,
  example: (world) => ({ id: world.savedViewId }),
  async run({ tx, actor, now, record }, { id }) {
    const view = await ownView(tx, actor, id, true);
    if (!view.deletedAt) return { id };
    await assertNameIsFree(tx, view);
    const [after] = await tx
      .update(savedViews)
      .set({ deletedAt: null, version: view.version + 1, updatedAt: now })
      .where(eq(savedViews.id, id))
      .returning();
    record("saved_view", null, after!);
    return { id };
  },
});

/** With which view the person opens a list, an own one or a shared one. */
export const setDefaultView = command({
  name: "views.setDefault",
  permission: "views:write",
  input: DefaultView,
  example: (world) => ({ list: "audit.entries", viewId: world.savedViewId }),
  undo: ({ list }, { before }: { before: string | null }) => ({
    operation: "views.setDefault",
    input: { list, viewId: before },
  }),
  async run({ tx, actor, now, record }, { list, viewId }) {
    const personId = personIdOf(actor);
    if (!personId) throw new Refusal("invalid", "Only a person keeps views.");
    if (viewId) await assertSeesView(tx, actor, { id: viewId, list });
    const mine = and(eq(listDefaults.personId, personId), eq(listDefaults.list, list));
    const [before] = await tx.select().from(listDefaults).where(mine).for("update");
    if (viewId) {
      const [after] = await tx
        .insert(listDefaults)
        .values({ list, personId, viewId })
        .onConflictDoUpdate({
          target: [listDefaults.organisationId, listDefaults.personId, listDefaults.list],
          set: { viewId, version: sql`${listDefaults.version} + 1`, updatedAt: now },
        })
        .returning();
      record("list_default", before ?? null, after!);
    } else if (before) {
      await tx.delete(listDefaults).where(mine);
      record("list_default", before, null);
    }
    return { before: before?.viewId ?? null };
  },
});

/** @throws Refusal when the actor's roles do not let them share so widely. */
function assertMayShare(actor: OrganisationActor, whom: "nobody" | "everybody" | "team"): void {
  const scopes = scopesOf(actor, "views:share");
  if (whom === "nobody" || scopes.has("all") || (whom === "team" && scopes.has("team"))) return;
  throw new Refusal("forbidden", "Your role does not let you share views like this. You can keep it for yourself.");
}

type View = typeof savedViews.$inferSelect;

/** A view of the actor's own, locked; somebody else's is not found, also where it is shared. */
async function ownView(tx: Transaction, actor: OrganisationActor, id: string, deleted = false): Promise<View> {
  const [view] = await tx.select().from(savedViews).where(eq(savedViews.id, id)).for("update");
  const own = view && (actor.kind !== "person" || view.ownerPersonId === actor.personId);
  if (!view || !own || (view.deletedAt && !deleted)) throw notFound("this view");
  return view;
}

async function assertNameIsFree(
  tx: Transaction,
  { list, ownerPersonId, name }: { list: string; ownerPersonId: string; name: string },
): Promise<void> {
  const [taken] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.list, list),
        eq(savedViews.ownerPersonId, ownerPersonId),
        eq(savedViews.name, name),
        isNull(savedViews.deletedAt),
      ),
    );
  if (taken) throw new Refusal("conflict", `You have a view called “${name}” already.`, "name");
}
