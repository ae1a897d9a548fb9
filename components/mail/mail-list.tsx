import { useTranslations } from "next-intl";
import { MailStatus } from "@/components/mail/mail-status";
import type { MailItem } from "@/components/mail/types";
import { Empty } from "@/components/states/empty";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";

/** Mails, newest first: who, what about, when, and how far it came. The open one is marked. */
export function MailList({
  items,
  openId,
  searched,
}: {
  items: readonly MailItem[];
  openId: string | null;
  searched: boolean;
}) {
  const t = useTranslations("mail.mailbox");
  if (items.length === 0)
    return (
      <Empty icon="inbox" title={searched ? t("nothingFound") : t("empty")}>
        {searched ? t("nothingFoundText") : t("emptyText")}
      </Empty>
    );
  return (
    <ul className="divide-y divide-border">
      {items.map((item) => (
        <li key={item.id} className="relative">
          {item.id === openId ? <span aria-hidden className="absolute inset-y-0 start-0 w-0.5 bg-primary" /> : null}
          <Link
            href={item.href}
            scroll={false}
            aria-current={item.id === openId ? "true" : undefined}
            className={cn(
              "block px-4 py-2.5 text-foreground no-underline hover:bg-muted hover:text-foreground focus-visible:-outline-offset-2",
              item.id === openId && "bg-accent",
            )}
          >
            <span className="flex items-baseline gap-2">
              <span className={cn("min-w-0 flex-1 truncate", item.unread && "font-semibold")}>
                <span className="sr-only">{item.incoming ? t("answerOf") : t("to")} </span>
                <bdi>{item.correspondent}</bdi>
              </span>
              <span className="flex-none text-sm text-muted-foreground">
                <Moment value={item.at} />
              </span>
            </span>
            <span className={cn("block break-words", item.unread && "font-medium")}>
              {item.unread ? <span className="sr-only">{t("unread")} </span> : null}
              {item.subject}
            </span>
            <span className="mt-0.5 flex items-center gap-3 text-sm text-muted-foreground">
              <MailStatus status={item.status} />
              {item.from ? <span className="min-w-0 truncate">{item.from}</span> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
