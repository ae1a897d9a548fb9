import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

/** A list, and beside it from 1181 px on what is open. On narrower screens the row leads to the page instead. */
export function DetailLayout({ children, detail }: { children: ReactNode; detail?: ReactNode }) {
  return (
    <div
      data-slot="detail-layout"
      className={cn(
        "grid items-start gap-4",
        detail ? "grid-cols-1 beside:grid-cols-[minmax(0,1fr)_364px]" : "grid-cols-1",
      )}
    >
      <div className="min-w-0">{children}</div>
      {detail ? <div className="hidden beside:contents">{detail}</div> : null}
    </div>
  );
}

export interface DetailPanelProps {
  name: string;
  sub?: ReactNode;
  /** The record's own page. */
  page: string;
  /** The list without what is open. */
  close: string;
  avatar?: boolean;
  photo?: string | null;
  children: ReactNode;
}

/** What is open beside its list: name, why it needs you, two actions, figures, last note. Sticks while the list scrolls. */
export function DetailPanel({ name, sub, page, close, avatar, photo, children }: DetailPanelProps) {
  const t = useTranslations("ui");
  return (
    <aside
      aria-label={name}
      data-slot="detail-panel"
      className="sticky top-[calc(var(--topbar-height)+16px)] max-h-[calc(100dvh-var(--topbar-height)-32px)] overflow-auto"
    >
      <Card>
        <header className="flex items-start gap-2 border-b border-border py-4 ps-[18px] pe-3">
          <div className="flex min-w-0 flex-1 items-center gap-2.5">
            {avatar ? <Avatar name={name} photo={photo} size="large" /> : null}
            <div className="min-w-0">
              <h2 className="font-title text-[1.25rem] leading-6 break-words">
                <bdi>{name}</bdi>
              </h2>
              {sub ? <p className="text-sm text-muted-foreground">{sub}</p> : null}
            </div>
          </div>
          <Button asChild variant="ghost" size="iconSmall">
            <Link href={page} aria-label={t("openAsPage")} title={t("openAsPage")}>
              <Icon name="maximize-2" />
            </Link>
          </Button>
          <Button asChild variant="ghost" size="iconSmall">
            <Link href={close} scroll={false} aria-label={t("closeDetail")} title={t("closeDetail")}>
              <Icon name="x" />
            </Link>
          </Button>
        </header>
        <div className="grid gap-4 px-[18px] pt-4 pb-5">{children}</div>
      </Card>
    </aside>
  );
}

/** A part of a detail panel, with a hairline above. */
export function DetailSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-border pt-3.5">
      <h3 className="mb-1.5 flex items-center gap-2 text-sm">{title}</h3>
      {children}
    </section>
  );
}
