import { cn } from "@/components/ui/cn";
import type { CalendarItem } from "./model";

/** How a session looks in a day of a month; on paper all of its name stands. */
export function monthLook({ endsAt, state, group }: CalendarItem, now: number): string {
  return cn(
    "rounded-sm border-s-[3px] px-1.5 py-[3px] text-xs leading-[1.125rem] text-foreground tabular-nums print:py-0 print:leading-4 print:break-words print:whitespace-normal",
    endsAt <= now || state === "done"
      ? "border-chart-5 text-muted-foreground"
      : group
        ? "border-chart-2"
        : "border-chart-1 bg-accent",
    state === "cancelled" && "line-through",
  );
}
