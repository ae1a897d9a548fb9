import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClasses } from "./input";

/** Grows with what is written, from `rows` on. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      data-slot="textarea"
      className={cn(
        controlClasses,
        "read-only:bg-muted field-sizing-content resize-y py-2 leading-[1.375rem]",
        className,
      )}
      style={{ minHeight: `calc(${rows} * 1.375rem + 1.125rem)` }}
      {...props}
    />
  );
}
