"use client";

import { useTranslations } from "next-intl";
import type { CalendarAxis } from "./model";
import { high } from "./scale";
import type { Moving } from "./use-moving";
import type { MomentWords } from "./use-moment-words";

/** Where a session would be, above all else in its column. */
export function MovingGhost(props: { moving: Moving; top: number; axis: CalendarAxis; words: MomentWords }) {
  const { moving, top, axis, words } = props;
  const t = useTranslations("calendar");
  const { item, column, startsAt, endsAt } = moving;
  return (
    <div
      aria-hidden
      data-slot="moving-ghost"
      className="pointer-events-none relative z-5 row-start-1 h-0 min-w-0 print:hidden"
      style={{ gridColumn: column + 2 }}
    >
      <div
        className="absolute inset-x-0.5 min-h-9 overflow-hidden rounded-sm border-2 border-primary bg-popover px-2 py-1 text-xs leading-[1.0625rem] shadow-float tabular-nums"
        style={{ top: high(top - axis.from), height: high((endsAt - startsAt) / 60_000) }}
      >
        <b translate="no" className="block truncate">
          {item.name}
        </b>
        <span className="block truncate">
          {words.time(startsAt)}–{words.time(endsAt)}
        </span>
        {item.otherZone ? (
          <span className="block truncate text-muted-foreground">
            {t("inZone", { at: words.time(startsAt, item.otherZone.zone), city: item.otherZone.name })}
          </span>
        ) : null}
      </div>
    </div>
  );
}
