import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A word from a list (skill, technology, label); `hit` when it is one that was asked for. */
export function Tag({ hit = false, className, ...props }: ComponentProps<"span"> & { hit?: boolean }) {
  return (
    <span
      data-slot="tag"
      className={cn(
        "inline-flex h-5 items-center rounded-sm border px-1.5 text-xs leading-none font-medium whitespace-nowrap",
        hit ? "border-accent-line bg-accent text-accent-foreground" : "border-border-strong bg-card text-foreground",
        className,
      )}
      {...props}
    />
  );
}
