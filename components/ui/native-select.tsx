import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { controlClasses } from "./input";

/** The system's own list, which is the best one on a phone. Options are its children. */
export function NativeSelect({ className, ...props }: ComponentProps<"select">) {
  return (
    <span data-slot="native-select" className="relative grid">
      <select className={cn(controlClasses, "appearance-none pe-[34px]", className)} {...props} />
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
