import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      data-slot="kbd"
      className={cn(
        "inline-grid h-5 min-w-5 flex-none place-items-center whitespace-nowrap rounded-sm border border-b-2 border-border-strong bg-muted px-[5px] font-sans text-[12px] leading-none font-medium text-muted-foreground",
        className,
      )}
      {...props}
    />
  );
}
