import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Buttons that belong together, side by side; the pressed one is tinted (`aria-pressed`). */
export function ButtonGroup({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      role="group"
      data-slot="button-group"
      className={cn(
        "inline-flex [&>*]:rounded-none [&>*+*]:-ms-px [&>:first-child]:rounded-s-md [&>:last-child]:rounded-e-md",
        "[&>[aria-pressed=true]]:z-1 [&>[aria-pressed=true]]:border-primary [&>[aria-pressed=true]]:bg-accent [&>[aria-pressed=true]]:font-semibold [&>[aria-pressed=true]]:text-accent-foreground",
        className,
      )}
      {...props}
    />
  );
}
