import "server-only";
import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { notificationKinds } from "@/lib/notifications/kinds";
import { ChooseChannels, MarkRead } from "@/lib/notifications/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { publish } from "@/lib/platform/live";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

const reading = { none: "Reading is no change of a record." };

/** The person has seen these notifications. Those of others are not found. */
export const markNotificationsRead = command({
  name: "notifications.markRead",
  permission: "notifications:read",
  input: MarkRead,
  audit: reading,
  example: (world) => ({ ids: [world.notificationId] }),
  async run(context, { ids }) {
    const personId = self(context);
    const own = and(inArray(notifications.id, ids), eq(notifications.personId, personId));
    const found = await context.tx.select({ id: notifications.id }).from(notifications).where(own);
    if (found.length < new Set(ids).size) throw notFound("this notification");
    const changed = await context.tx
      .update(notifications)
      .set({ readAt: context.now, updatedAt: context.now })
      .where(and(own, isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    if (changed.length > 0) await tellPages(context, personId);
    return { read: changed.length };
  },
});

/** The person has seen everything up to now. What comes while the page is open stays unread. */
export const markAllNotificationsRead = command({
  name: "notifications.markAllRead",
  permission: "notifications:read",
  input: z.strictObject({}),
  audit: reading,
  example: () => ({}),
  async run(context) {
    const personId = self(context);
    const changed = await context.tx
      .update(notifications)
      .set({ readAt: context.now, updatedAt: context.now })
      .where(
        and(eq(notifications.personId, personId), isNull(notifications.readAt), lte(notifications.at, context.now)),
      )
      .returning({ id: notifications.id });
    if (changed.length > 0) await tellPages(context, personId);
    return { read: changed.length };
  },
});

/** By which ways the person is told about one kind of thing. Kinds that no module declares are refused. */
export const chooseChannels = command({
  name: "notifications.choose",
  permission: "profile:write",
  input: ChooseChannels,
  example: () => ({ kind: "programmes.task-due", channels: { app: true, mail: true } }),
  async run(context, { kind, channels }) {
    const { tx, now, record } = context;
    const known = await notificationKinds();
    if (!known.some((candidate) => candidate.kind === kind))
      throw new Refusal("invalid", "There is no such kind of notification.", "kind");
    const [before] = await tx
      .select()
      .from(people)
      .where(eq(people.id, self(context)))
      .for("update");
    if (!before) throw notFound("your profile");
    const { [kind]: _before, ...others } = before.notificationChoices;
    const [after] = await tx
      .update(people)
      .set({
        notificationChoices: channels ? { ...others, [kind]: channels } : others,
        version: before.version + 1,
        updatedAt: now,
      })
      .where(eq(people.id, before.id))
      .returning();
    record("person", before, after!);
    return { kind, channels };
  },
});

function self({ actor }: CommandContext): string {
  const personId = personIdOf(actor);
  if (!personId) throw new Refusal("forbidden", "Only a person has notifications.");
  return personId;
}

/** The other tabs and devices of the person count down too. */
const tellPages = ({ tx, organisation }: CommandContext, personId: string): Promise<void> =>
  publish(tx, { organisationId: organisation.id, personId, topic: "notifications" });
