"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { ListPage } from "./types";
import { changeAddress } from "./url-state";

/** How many rows, Before, Next. No page numbers: rows come and go between two looks. */
export function TableFoot({ page }: { page: ListPage }) {
  const t = useTranslations("ui.table");
  const params = new URLSearchParams(useSearchParams());
  return (
    <div
      data-slot="table-foot"
      className="flex flex-wrap items-center gap-3 border-t border-border-strong px-3.5 py-2.5 text-sm text-muted-foreground phone:border-0 phone:px-0 phone:py-2"
    >
      <span className="tabular-nums" role="status">
        {t(page.estimateIsExact ? "rows" : "rowsAbout", { shown: page.rows.length, count: page.estimate })}
      </span>
      <span className="ms-auto flex gap-2">
        <Step to={page.before ? changeAddress(params, { before: page.before }) : undefined} rel="prev">
          <Icon name="chevron-left" size="small" className="rtl:-scale-x-100" />
          {t("before")}
        </Step>
        <Step to={page.next ? changeAddress(params, { after: page.next }) : undefined} rel="next">
          {t("next")}
          <Icon name="chevron-right" size="small" className="rtl:-scale-x-100" />
        </Step>
      </span>
    </div>
  );
}

function Step({ to, rel, children }: { to?: string; rel: string; children: ReactNode }) {
  if (!to) {
    return (
      <Button size="small" disabled>
        {children}
      </Button>
    );
  }
  return (
    <Button asChild size="small">
      <Link href={to} rel={rel} prefetch={false}>
        {children}
      </Link>
    </Button>
  );
}
