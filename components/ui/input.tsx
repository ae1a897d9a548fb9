import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Shared by everything one can type into or choose from. */
export const controlClasses =
  "w-full min-h-(--control) rounded-md border border-input bg-card px-[11px] text-base text-foreground hover:border-foreground focus-visible:border-ring focus-visible:-outline-offset-1 aria-invalid:border-destructive aria-invalid:shadow-[inset_0_0_0_1px_var(--destructive)] disabled:cursor-not-allowed disabled:border-border-strong disabled:bg-muted disabled:text-muted-foreground";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input type={type} data-slot="input" className={cn(controlClasses, "read-only:bg-muted", className)} {...props} />
  );
}
