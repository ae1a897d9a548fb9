import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A list whose rows are parted by hairlines; inside a card. */
export function Rows({ className, ...props }: ComponentProps<"ul">) {
  return <ul data-slot="rows" className={cn("divide-y divide-border", className)} {...props} />;
}

/** A row. Its link carries `data-row-link` and covers it; buttons stay above. */
export function Row({ className, ...props }: ComponentProps<"li">) {
  return (
    <li
      data-slot="row"
      className={cn(
        "row-target px-5 py-3 has-[a[data-row-link]:hover]:bg-[color-mix(in_oklab,var(--muted)_55%,var(--card))] phone:px-4",
        className,
      )}
      {...props}
    />
  );
}

/** Facts in two columns: what, and its value at the end of the line. */
export function Facts({ className, ...props }: ComponentProps<"dl">) {
  return (
    <dl
      data-slot="facts"
      className={cn(
        "grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm leading-[1.3125rem] phone:text-[0.9375rem] phone:leading-6",
        className,
      )}
      {...props}
    />
  );
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="m-0 text-end break-words tabular-nums">{children}</dd>
    </>
  );
}
