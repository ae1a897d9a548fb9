import "server-only";
import { and, desc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { messageKeyOf, notificationKinds } from "@/lib/notifications/kinds";
import { textOf, type NotificationData } from "@/lib/notifications/text";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { list, readList } from "@/lib/platform/list";
import type { ListRow } from "@/lib/platform/list-types";
import { query, type QueryContext } from "@/lib/platform/operation";

/** A notification as a page shows it. */
export interface ShownNotification {
  id: string;
  kind: string;
  text: string;
  /** Below the organisation. */
  href: string;
  at: string;
  read: boolean;
}

/** Everybody sees their own, and nobody another's. */
export const visibleNotifications = (actor: OrganisationActor): SQL => {
  const personId = personIdOf(actor);
  return personId ? and(eq(notifications.personId, personId), isNull(notifications.deletedAt))! : sql`false`;
};

const readerOf = ({ actor, organisation }: QueryContext) =>
  actor.kind === "person" ? actor : { locale: organisation.locale, timeZone: organisation.timeZone };

/** How many are unread at most before the bell says "99+". */
const countedUnread = 100;

/** What the bell shows: how many are unread, and the newest fifteen. */
export const latestNotifications = query({
  name: "notifications.latest",
  permission: "notifications:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ unread: number; latest: ShownNotification[] }> {
    const rows = await context.tx
      .select({
        id: notifications.id,
        kind: notifications.kind,
        data: notifications.data,
        href: notifications.href,
        at: notifications.at,
        readAt: notifications.readAt,
        unread: sql<number>`(select count(*)::int from (${unreadRows(context)}) as unread)`,
      })
      .from(notifications)
      .where(visibleNotifications(context.actor))
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(15);
    const latest = rows.map(({ readAt, unread: _counted, data, ...row }) =>
      inWords(context, { ...row, data: data as NotificationData, read: readAt !== null }),
    );
    return { unread: rows[0]?.unread ?? 0, latest: await Promise.all(latest) };
  },
});

/** A page of the person's notifications in words, all or the unread ones. */
export const notificationPage = query({
  name: "notifications.page",
  permission: "notifications:read",
  input: z.strictObject({
    read: z.enum(["yes", "no"]).optional(),
    after: z.string().max(2000).optional(),
    before: z.string().max(2000).optional(),
  }),
  example: () => ({}),
  async run(context, { read, after, before }) {
    const page = await readList(context, notificationList, {
      limit: 30,
      ...(read ? { filters: { read } } : {}),
      ...(after ? { after } : {}),
      ...(before ? { before } : {}),
    });
    return {
      items: await Promise.all(page.rows.map((row) => shown(context, row))),
      unread: await unreadOf(context),
      next: page.next,
      before: page.before,
    };
  },
});

async function unreadOf(context: QueryContext): Promise<number> {
  const unread = unreadRows(context).as("unread");
  const [counted] = await context.tx.select({ rows: sql<number>`count(*)::int` }).from(unread);
  return counted?.rows ?? 0;
}

const unreadRows = ({ tx, actor }: QueryContext) =>
  tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(visibleNotifications(actor), isNull(notifications.readAt)))
    .limit(countedUnread);

const shown = (context: QueryContext, { id, cells }: ListRow): Promise<ShownNotification> =>
  inWords(context, {
    id,
    kind: String(cells.kind),
    data: JSON.parse(String(cells.data)) as NotificationData,
    href: String(cells.href),
    at: new Date(String(cells.at)),
    read: cells.read === true,
  });

interface Stored extends Omit<ShownNotification, "text" | "at"> {
  data: NotificationData;
  at: Date;
}

async function inWords(context: QueryContext, { data, at, ...row }: Stored): Promise<ShownNotification> {
  return { ...row, text: await textOf({ kind: row.kind, data }, readerOf(context)), at: at.toISOString() };
}

/** All notifications of the person, newest first. The words are made from kind and data by the page. */
export const notificationList = list({
  name: "notifications.list",
  permission: "notifications:read",
  key: sql`${notifications.id}`,
  defaultSort: { column: "at", descending: true },
  columns: [
    { key: "kind", kind: "text", value: sql`${notifications.kind}` },
    { key: "data", kind: "text", value: sql`${notifications.data}::text`, defaultVisible: false },
    { key: "href", kind: "text", value: sql`${notifications.href}`, defaultVisible: false },
    { key: "at", kind: "datetime", value: sql`${notifications.at}`, sortable: true },
    { key: "read", kind: "boolean", value: sql`${notifications.readAt} is not null` },
  ],
  filters: [
    {
      key: "read",
      kind: "boolean",
      condition: (value) =>
        value === "no"
          ? sql`${notifications.readAt} is null`
          : value === "yes"
            ? sql`${notifications.readAt} is not null`
            : undefined,
    },
  ],
  source: ({ actor }) => ({ from: sql`${notifications}`, where: visibleNotifications(actor) }),
});

/** What the person chose, kind by kind, with the words for the profile page. */
export const notificationChoices = query({
  name: "notifications.choices",
  permission: "profile:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const personId = personIdOf(context.actor);
    const [person] = personId
      ? await context.tx.select({ choices: people.notificationChoices }).from(people).where(eq(people.id, personId))
      : [];
    const t = await translatorFor(readerOf(context));
    const kinds = await notificationKinds();
    return kinds.map(({ kind, app, mail }) => {
      const key = messageKeyOf(kind, "label");
      return {
        kind,
        label: t.has(key) ? t(key) : kind,
        usual: { app, mail },
        chosen: person?.choices[kind] ?? null,
      };
    });
  },
});
