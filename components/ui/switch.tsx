"use client";

import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** On or off, at once. Its words stand beside it in a label. */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      data-slot="switch"
      className={cn(
        "touch-target inline-flex h-[22px] w-10 flex-none items-center rounded-full border border-input bg-muted px-0.5 transition-colors duration-(--fast) hover:border-foreground data-[state=checked]:border-primary data-[state=checked]:bg-primary disabled:border-border-strong disabled:bg-muted",
        className,
      )}
      {...props}
    >
      <Radix.Thumb className="block size-4 rounded-full bg-input transition-transform duration-(--fast) data-[state=checked]:translate-x-[18px] data-[state=checked]:bg-primary-foreground rtl:data-[state=checked]:-translate-x-[18px]" />
    </Radix.Root>
  );
}
