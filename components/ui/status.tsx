import { cva } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const statusVariants = cva(
  "inline-flex items-center gap-[5px] text-sm font-medium whitespace-nowrap tabular-nums [&>svg]:flex-none",
  {
    variants: {
      tone: {
        neutral: "text-muted-foreground",
        plain: "text-foreground",
        ok: "text-success",
        warn: "text-warning font-semibold",
        bad: "text-destructive font-semibold",
        act: "text-primary",
      } satisfies Record<Tone, string>,
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type StatusProps = ComponentProps<"span"> & { icon: IconName; tone?: Tone; children: ReactNode };

/** A state in a line of text: an icon and a word, never a colour alone. */
export function Status({ icon, tone, children, className, ...props }: StatusProps) {
  return (
    <span data-slot="status" className={cn(statusVariants({ tone }), className)} {...props}>
      <Icon name={icon} size="small" />
      {children}
    </span>
  );
}
