import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A grey bone in the shape and size of what comes. */
export function Skeleton({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      aria-hidden
      data-slot="skeleton"
      className={cn("block h-3 animate-breathe rounded-sm bg-muted", className)}
      {...props}
    />
  );
}
