import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

/** Each shape has the heights of what comes, so that nothing jumps. */
export function Busy({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("ui.states");
  return (
    <div aria-busy="true" aria-label={t("loading")} role="status" data-slot="loading" className={className}>
      {children}
    </div>
  );
}

/** Title, line of context. */
export function PageHeadLoading() {
  return (
    <div className="mb-6 phone:mb-5">
      <Skeleton className="h-9 w-56 phone:h-8" />
      <Skeleton className="mt-2 h-3.5 w-80 max-w-full" />
    </div>
  );
}

const widths = ["w-[58%]", "w-[72%]", "w-[49%]", "w-[64%]", "w-[55%]", "w-[68%]"];

/** A list: rows of 60 px. */
export function ListLoading({ rows = 8, withHead = true }: { rows?: number; withHead?: boolean }) {
  return (
    <Busy>
      {withHead ? <PageHeadLoading /> : null}
      <Card className="divide-y divide-border">
        {Array.from({ length: rows }, (_, index) => (
          <div
            key={index}
            className="grid h-[60px] grid-cols-[18px_minmax(0,1fr)_84px_64px] items-center gap-[18px] px-[18px]"
          >
            <Skeleton className="size-[18px]" />
            <span>
              <Skeleton className={widths[index % widths.length]} />
              <Skeleton className={cn("mt-2 h-2.5", widths[(index + 2) % widths.length], "max-w-[50%]")} />
            </span>
            <Skeleton />
            <Skeleton className="w-14" />
          </div>
        ))}
      </Card>
    </Busy>
  );
}

/** A record: name, rail, tabs, work and facts. */
export function RecordLoading() {
  return (
    <Busy>
      <Skeleton className="mb-4 w-40" />
      <div className="mb-5 flex items-center gap-4">
        <Skeleton className="size-13 rounded-full" />
        <span className="min-w-0 flex-1">
          <Skeleton className="h-7 w-64 max-w-full" />
          <Skeleton className="mt-2 w-80 max-w-full" />
        </span>
      </div>
      <Card pad className="mb-4">
        <Skeleton className="h-12" />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 beside:grid-cols-[minmax(0,1fr)_360px]">
        <Card pad className="grid gap-4">
          {widths.map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </Card>
        <Card pad className="grid content-start gap-3">
          {widths.slice(0, 4).map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </Card>
      </div>
    </Busy>
  );
}

/** A form: labels and controls in two columns. */
export function FormLoading({ fields = 6 }: { fields?: number }) {
  return (
    <Busy>
      <PageHeadLoading />
      <Card pad className="grid grid-cols-2 gap-x-5 gap-y-4 phone:grid-cols-1">
        {Array.from({ length: fields }, (_, index) => (
          <div key={index} className="grid gap-2">
            <Skeleton className="w-28" />
            <Skeleton className="h-(--control)" />
          </div>
        ))}
      </Card>
    </Busy>
  );
}
