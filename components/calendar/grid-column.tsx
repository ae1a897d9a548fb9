"use client";

import { useTranslations } from "next-intl";
import { memo, type MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { momentAt } from "@/lib/scheduling/rules/calendar/day-axis";
import type { Lane } from "@/lib/scheduling/rules/calendar/lanes";
import type { Piece } from "@/lib/scheduling/rules/calendar/pieces";
import { listsTheSame } from "./as-before";
import type { CalendarAxis, CalendarColumn, CalendarItem, Rect } from "./model";
import { NowLine } from "./now-line";
import { high, pixels } from "./scale";
import { SessionBox, type SessionBoxProps } from "./session-box";
import { useMomentWords } from "./use-moment-words";

export interface GridColumnProps extends Pick<SessionBoxProps, "onGrab" | "onMoveButton"> {
  column: CalendarColumn;
  axis: CalendarAxis;
  pieces: readonly (Piece<CalendarItem> & Lane)[];
  organisation: string;
  zone: string;
  reachable: string | null;
  /** What is being moved away from here, or elsewhere. */
  leaves: string | null;
  isToday: boolean;
  now: number;
  onReach: (id: string) => void;
  onBook: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

/** A day of one person: hours of work, what is busy elsewhere, sessions side by side. */
export const GridColumn = memo(
  function GridColumn(props: GridColumnProps) {
    const { column, axis, pieces, organisation, zone, reachable, leaves, isToday, now, onBook } = props;
    const t = useTranslations("calendar");
    const words = useMomentWords(zone);
    const clock = (top: number) => {
      const at = momentAt(column, top);
      return at === null ? "" : words.time(at);
    };
    const busySpan = ({ top, bottom }: Rect) => {
      const [from, to] = [clock(top), clock(bottom)];
      return from && to ? t("busyFrom", { from, to }) : t("busy");
    };
    const place = ({ top, bottom }: Rect) => ({
      top: high(Math.max(top, axis.from) - axis.from),
      height: high(Math.max(0, Math.min(bottom, axis.to) - Math.max(top, axis.from))),
    });
    return (
      <ul
        data-column={column.key}
        className={cn(
          "relative row-start-1 min-w-0 border-s border-border bg-[repeating-linear-gradient(to_bottom,var(--border)_0_1px,transparent_1px_calc(60*var(--minute)))]",
          isToday && "bg-accent/30 print:bg-transparent",
        )}
        aria-label={[
          t("dayWith", { day: words.day(column.parts[0]?.from ?? now), count: pieces.length }),
          column.person.name,
          column.note,
        ]
          .filter(Boolean)
          .join(", ")}
        onFocus={(event) => {
          const id = event.target.dataset["session"];
          if (id) props.onReach(id);
        }}
      >
        {/* The empty room of a day: pressing it books a session there; the button above the calendar does so by the keyboard. */}
        <li aria-hidden className={cn("absolute inset-0", onBook && "cursor-cell")} onClick={onBook} />
        {[...column.closed, ...column.empty].map((rect) => (
          <li
            key={`${rect.top}-${rect.bottom}`}
            aria-hidden
            className="pointer-events-none absolute inset-x-0 bg-muted opacity-70"
            style={place(rect)}
          />
        ))}
        {column.empty.map((rect) => (
          <li
            key={`empty-${rect.top}`}
            aria-hidden
            className="calendar-no-hour pointer-events-none absolute inset-x-0"
            style={place(rect)}
          />
        ))}
        {column.busy.map((rect) => (
          <li
            key={`busy-${rect.top}`}
            className="pointer-events-none absolute inset-x-[3px] z-1 overflow-hidden rounded-sm border border-border-strong bg-muted px-1.5 text-xs text-muted-foreground"
            style={place(rect)}
          >
            <span aria-hidden>{t("busy")}</span>
            <span className="sr-only">{busySpan(rect)}</span>
          </li>
        ))}
        {pieces.map(({ item, top, bottom, lane, lanes, begins, ends }) => {
          const time = words.time(item.startsAt);
          return (
            <li key={item.id}>
              <SessionBox
                item={item}
                href={`/${organisation}/sessions/${item.id}`}
                style={{
                  ...{
                    top: `calc(${high(top - axis.from)} + 1px)`,
                    height: `calc(max(${high(bottom - top)}, var(--low)) - 2px)`,
                  },
                  insetInlineStart: `calc(${(100 / lanes) * lane}% + 3px)`,
                  width: `calc(${100 / lanes}% - 6px)`,
                }}
                short={(bottom - top) * pixels < 38}
                past={item.endsAt <= now || item.state === "done" || item.state === "no_show"}
                left={leaves === item.id}
                reached={reachable === item.id}
                begins={begins}
                ends={ends}
                time={time}
                said={words.said(item)}
                moveWord={t("move.button", { name: item.name })}
                onGrab={props.onGrab}
                onMoveButton={props.onMoveButton}
              />
            </li>
          );
        })}
        {isToday ? <NowLine column={column} axis={axis} now={now} zone={zone} /> : null}
      </ul>
    );
  },
  // What is called when it is pressed is made anew with each picture, and does the same.
  (one, other) =>
    one.column === other.column &&
    listsTheSame(one.pieces, other.pieces) &&
    one.axis === other.axis &&
    one.zone === other.zone &&
    one.now === other.now &&
    one.reachable === other.reachable &&
    one.leaves === other.leaves &&
    one.isToday === other.isToday &&
    (one.onBook === undefined) === (other.onBook === undefined),
);
