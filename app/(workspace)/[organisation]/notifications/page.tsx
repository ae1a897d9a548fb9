import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { markAllRead } from "./actions";
import { ActionButton } from "@/components/forms/action-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { NotificationRow } from "@/components/notifications/notification-row";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { notificationPage } from "@/lib/notifications/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

/** Everything that the person was told, newest first. */
async function NotificationsPage({ params, searchParams }: WorkspaceProps) {
  const [{ organisation }, search, t] = await Promise.all([params, searchParams, getTranslations("notifications")]);
  const unreadOnly = search.read === "no";
  const place = { after: one(search.after), before: one(search.before) };
  const { items, unread, next, before } = await readPage(organisation, ({ ask }) =>
    ask(notificationPage, { ...(unreadOnly ? { read: "no" as const } : {}), ...place }),
  );
  const home = `/${organisation}/notifications`;
  const address = (cursor: Record<string, string>) =>
    `${home}?${new URLSearchParams({ ...(unreadOnly ? { read: "no" } : {}), ...cursor }).toString()}`;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", { count: unread, b: (text) => <b>{text}</b> })}
        actions={
          unread > 0 ? (
            <ActionButton variant="outline" action={markAllRead.bind(null, organisation, {})} done={t("allRead")}>
              <Icon name="check-check" />
              {t("markAllRead")}
            </ActionButton>
          ) : null
        }
      />
      <LinkTabs
        label={t("which")}
        className="mb-4"
        tabs={[
          { href: home, label: t("everything"), current: !unreadOnly },
          { href: `${home}?read=no`, label: t("unreadOnly"), count: unread, current: unreadOnly },
        ]}
      />
      <Card className="overflow-hidden">
        {items.length === 0 ? (
          <Empty icon="bell" title={unreadOnly ? t("noneUnread") : t("none")}>
            {t("emptyText")}
          </Empty>
        ) : (
          <ul className="divide-y divide-border">
            {items.map((item) => (
              <NotificationRow key={item.id} item={item} href={`/${organisation}${item.href}`} />
            ))}
          </ul>
        )}
      </Card>
      {before || next ? (
        <nav aria-label={t("pages")} className="mt-3 flex justify-end gap-2">
          {before ? (
            <Button asChild>
              <Link href={address({ before })}>{t("newer")}</Link>
            </Button>
          ) : null}
          {next ? (
            <Button asChild>
              <Link href={address({ after: next })}>{t("older")}</Link>
            </Button>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export default withMessages("(workspace)/[organisation]/notifications/page", NotificationsPage);
