"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";

/** On or off, at once. Its words stand beside it in a label. The browser's own box, drawn as a switch: nothing has to be loaded for it. */
export function Switch({
  className,
  onCheckedChange,
  ...props
}: Omit<ComponentProps<"input">, "type" | "role"> & { onCheckedChange?: (on: boolean) => void }) {
  return (
    <input
      type="checkbox"
      role="switch"
      data-slot="switch"
      onChange={(event) => onCheckedChange?.(event.target.checked)}
      className={cn(
        "touch-target inline-flex h-[22px] w-10 flex-none cursor-pointer appearance-none items-center rounded-full border border-input bg-muted px-0.5 transition-colors duration-(--fast) hover:border-foreground checked:border-primary checked:bg-primary disabled:cursor-default disabled:border-border-strong disabled:bg-muted",
        "after:block after:size-4 after:rounded-full after:bg-input after:transition-transform after:duration-(--fast) after:content-[''] checked:after:translate-x-[18px] checked:after:bg-primary-foreground rtl:checked:after:-translate-x-[18px] checked:disabled:after:bg-input",
        className,
      )}
      {...props}
    />
  );
}
