import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface SectionHeadProps {
  title: ReactNode;
  count?: ReactNode;
  /** A link at the end of the line: "All clocks". */
  more?: ReactNode;
  /** On the executive's own pages the heads are serif. */
  serif?: boolean;
  className?: string;
}

export function SectionHead({ title, count, more, serif = false, className }: SectionHeadProps) {
  return (
    <div data-slot="section-head" className={cn("mb-3 flex min-h-[26px] items-baseline gap-2", className)}>
      <h2 className={serif ? "font-title text-[1.25rem] leading-[1.625rem]" : "text-lg tracking-[-0.005em]"}>
        {title}
      </h2>
      {count === undefined ? null : <span className="text-muted-foreground tabular-nums">{count}</span>}
      {more ? <span className="ms-auto flex-none text-sm whitespace-nowrap tap-links">{more}</span> : null}
    </div>
  );
}
