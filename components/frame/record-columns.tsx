import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A record's page: work at the start, facts beside it (360 px); one under the other below 1181 px. */
export function RecordColumns({
  children,
  facts,
  factsFirst = false,
}: {
  children: ReactNode;
  facts: ReactNode;
  /** Where the work is long and the facts hold what ends it: before the work, when one is under the other. */
  factsFirst?: boolean;
}) {
  return (
    <div
      data-slot="record-columns"
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 beside:grid-cols-[minmax(0,1fr)_360px]"
    >
      <div className="grid min-w-0 gap-5">{children}</div>
      <aside className={cn("grid min-w-0 gap-5", factsFirst && "order-first beside:order-none")}>{facts}</aside>
    </div>
  );
}
