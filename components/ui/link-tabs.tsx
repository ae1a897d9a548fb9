import type { ReactNode } from "react";
import { cn } from "./cn";
import { CurrentInView } from "./current-in-view";
import { Link } from "./link";

export const tabListClasses = "flex gap-0.5 overflow-x-auto border-b border-border-strong no-scrollbar phone-bleed";

export const tabClasses =
  "group relative inline-flex h-10 flex-none items-center gap-1.5 px-3 font-medium whitespace-nowrap text-muted-foreground no-underline first:ps-0 hover:text-foreground focus-visible:-outline-offset-2 phone:h-[46px] " +
  "aria-[current=page]:font-semibold aria-[current=page]:text-foreground data-[state=active]:font-semibold data-[state=active]:text-foreground " +
  "after:absolute after:inset-x-3 after:bottom-0 after:hidden after:h-0.5 after:bg-primary after:content-[''] first:after:start-0 aria-[current=page]:after:block data-[state=active]:after:block";

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: number;
  current?: boolean;
}

/** Tabs that are addresses: saved views, the parts of a record. */
export function LinkTabs({
  tabs,
  label,
  children,
  className,
}: {
  tabs: LinkTab[];
  label: string;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <nav aria-label={label} data-slot="link-tabs" className={cn(tabListClasses, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={tabClasses}
          scroll={false}
        >
          {tab.label}
          <TabCount count={tab.count} />
        </Link>
      ))}
      {children}
      <CurrentInView at={tabs.find((tab) => tab.current)?.href} />
    </nav>
  );
}

export function TabCount({ count }: { count?: number }) {
  if (count === undefined) return null;
  return <span className="font-normal text-muted-foreground tabular-nums">{count}</span>;
}
