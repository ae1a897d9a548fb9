import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const badgeVariants = cva(
  "inline-flex h-[22px] items-center gap-[5px] rounded-sm px-[7px] text-xs leading-none font-medium whitespace-nowrap tabular-nums",
  {
    variants: {
      tone: {
        neutral: "bg-muted text-foreground",
        plain: "border border-border-strong bg-card text-foreground",
        ok: "bg-success-soft text-success",
        warn: "bg-warning-soft text-warning",
        bad: "bg-destructive-soft text-destructive",
        act: "bg-accent text-accent-foreground",
      } satisfies Record<Tone, string>,
      size: { default: "", large: "h-[26px] text-sm" },
    },
    defaultVariants: { tone: "neutral", size: "default" },
  },
);

export type BadgeProps = ComponentProps<"span"> & { icon?: IconName; tone?: Tone; size?: "default" | "large" };

/** A record's state, in a small box. */
export function Badge({ icon, tone, size, children, className, ...props }: BadgeProps) {
  return (
    <span data-slot="badge" className={cn(badgeVariants({ tone, size }), className)} {...props}>
      {icon ? <Icon name={icon} size="small" /> : null}
      {children}
    </span>
  );
}
