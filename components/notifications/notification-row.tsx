import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";

/** A notification as it is shown. */
export interface NotificationItem {
  id: string;
  kind: string;
  text: string;
  /** Below the organisation. */
  href: string;
  /** ISO moment. */
  at: string;
  read: boolean;
}

/** One notification: what happened, when, and where it leads. Unread ones have a mark and say so. */
export function NotificationRow({
  item,
  href,
  onOpen,
}: {
  item: NotificationItem;
  href: string;
  onOpen?: (event: MouseEvent<HTMLAnchorElement>) => void;
}) {
  const t = useTranslations("notifications");
  return (
    <li className="relative">
      <Link
        href={href}
        onClick={onOpen}
        className="grid min-h-11 grid-cols-[8px_minmax(0,1fr)] gap-x-2.5 px-4 py-2.5 text-foreground no-underline hover:bg-muted hover:text-foreground focus-visible:-outline-offset-2"
      >
        <span aria-hidden className={cn("mt-[7px] size-2 rounded-full", item.read ? "bg-transparent" : "bg-primary")} />
        <span className="min-w-0">
          <span className={cn("block break-words", item.read ? "" : "font-medium")}>
            {item.read ? null : <span className="sr-only">{t("unread")} </span>}
            {item.text}
          </span>
          <span className="text-sm text-muted-foreground">
            <Moment value={item.at} />
          </span>
        </span>
      </Link>
    </li>
  );
}
