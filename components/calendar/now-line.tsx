"use client";

import { useEffect, useState } from "react";
import { topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import type { CalendarAxis, CalendarColumn } from "./model";
import { high } from "./scale";
import { useMomentWords } from "./use-moment-words";

/** The present moment, a line that goes down the day. */
export function NowLine(props: { column: CalendarColumn; axis: CalendarAxis; now: number; zone: string }) {
  const { column, axis, now, zone } = props;
  const words = useMomentWords(zone);
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const since = Date.now();
    const timer = setInterval(() => setPassed(Date.now() - since), 30_000);
    return () => clearInterval(timer);
  }, [now]);
  const at = now + passed;
  const top = topOf(column, at);
  if (top === null || top < axis.from || top > axis.to) return null;
  return (
    <li
      aria-hidden
      data-slot="now-line"
      className="pointer-events-none absolute inset-x-0 z-3 h-0.5 bg-primary print:hidden"
      style={{ top: high(top - axis.from) }}
    >
      <span className="absolute -top-[9px] end-1 rounded-sm bg-primary px-[5px] text-[12px] leading-[1.125rem] font-semibold text-primary-foreground tabular-nums">
        {words.time(at)}
      </span>
    </li>
  );
}
