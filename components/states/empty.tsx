import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";

export interface EmptyProps {
  icon: IconName;
  /** "No contacts yet" */
  title: ReactNode;
  /** What will be here and why it is worth having. */
  children: ReactNode;
  /** The one action. */
  action?: ReactNode;
  /** A quieter second way, as a link: "or import from a file". */
  other?: ReactNode;
  className?: string;
}

/** Nothing here yet. */
export function Empty({ icon, title, children, action, other, className }: EmptyProps) {
  return (
    <div data-slot="empty" className={cn("grid justify-items-center gap-1.5 px-6 py-10 text-center", className)}>
      <Icon name={icon} size="large" className="mb-1.5 text-muted-foreground" />
      <h3 className="font-title text-[1.25rem] leading-[1.625rem]">{title}</h3>
      <p className="max-w-[44ch] text-muted-foreground">{children}</p>
      {action ? <div className="mt-3">{action}</div> : null}
      {other ? <p className="mt-1.5 text-sm tap-links">{other}</p> : null}
    </div>
  );
}
