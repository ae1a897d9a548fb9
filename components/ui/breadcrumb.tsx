import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Link } from "./link";

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  href?: string;
}

export function Breadcrumb({ crumbs, className }: { crumbs: Crumb[]; className?: string }) {
  const t = useTranslations("ui");
  return (
    <nav
      aria-label={t("whereYouAre")}
      data-slot="breadcrumb"
      className={cn(
        "mb-3 flex flex-wrap items-center gap-x-1.5 text-sm wrap-anywhere text-muted-foreground",
        className,
      )}
    >
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 ? <Icon name="chevron-right" size="small" className="rtl:-scale-x-100" /> : null}
          {crumb.href ? (
            <Link
              href={crumb.href}
              className="text-inherit no-underline hover:text-primary hover:underline phone:inline-flex phone:min-h-11 phone:items-center"
            >
              <bdi>{crumb.label}</bdi>
            </Link>
          ) : (
            <span aria-current="page">
              <bdi>{crumb.label}</bdi>
            </span>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
