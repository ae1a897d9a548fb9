"use client";

import { memo, type PointerEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { MissedIcon } from "./missed-icon";
import type { CalendarItem } from "./model";

export interface SessionBoxProps {
  item: CalendarItem;
  href: string;
  /** Place and size, in the column. */
  style: { top: string; height: string; insetInlineStart: string; width: string };
  /** So low that one line is all that fits. */
  short: boolean;
  past: boolean;
  /** It is being moved: what stands here is where it was. */
  left: boolean;
  /** The one that is reached by Tab. */
  reached: boolean;
  begins: boolean;
  ends: boolean;
  /** Its first time of day. */
  time: string;
  /** All of it, for who does not see where it stands. */
  said: string;
  moveWord: string;
  onGrab: (item: CalendarItem, event: PointerEvent<HTMLElement>, edge: "body" | "end") => void;
  onMoveButton: (item: CalendarItem) => void;
}

const looks: Record<string, string> = {
  session: "border-accent-line border-s-chart-1 bg-accent",
  group: "border-border-strong border-s-chart-2 bg-card",
  past: "border-border border-s-chart-5 bg-card [&_b]:font-medium [&_b]:text-muted-foreground",
  cancelled:
    "border-dashed border-input bg-transparent [&_b]:font-normal [&_b]:text-muted-foreground [&_b]:line-through",
  waiting: "border-dashed border-border-strong bg-card",
};

/** A session in a column: a link to its page that can be taken up and moved. */
export const SessionBox = memo(function SessionBox(props: SessionBoxProps) {
  const { item, href, style, short, past, left, reached, begins, ends, time, said, moveWord } = props;
  const { state, group, name, about, moves, resizes } = item;
  const look =
    left || state === "cancelled"
      ? "cancelled"
      : state === "waiting"
        ? "waiting"
        : past
          ? "past"
          : group
            ? "group"
            : "session";
  return (
    <div
      data-slot="session"
      data-state={state}
      className={cn(
        "group/session absolute z-2 overflow-hidden rounded-sm border border-s-[3px] text-xs leading-[1.0625rem] tabular-nums hover:z-4 focus-within:z-4 hover:border-primary",
        looks[look],
        !begins && "rounded-t-none border-t-0",
        !ends && "rounded-b-none border-b-0",
        left && "opacity-70",
      )}
      style={style}
      onPointerDown={moves ? (event) => props.onGrab(item, event, "body") : undefined}
    >
      <Link
        href={href}
        draggable={false}
        data-session={item.id}
        tabIndex={reached ? 0 : -1}
        aria-label={said}
        aria-keyshortcuts={moves ? "M" : undefined}
        className={cn(
          "block h-full px-1.5 text-foreground no-underline hover:text-foreground focus-visible:-outline-offset-2",
          short ? "py-0" : "py-px",
        )}
      >
        <b
          className={cn(
            "block truncate print:break-words print:whitespace-normal",
            short && "leading-5 print:leading-[inherit]",
          )}
        >
          <span className="hidden print:inline">{time} </span>
          {state === "no_show" ? <MissedIcon /> : null}
          <span translate="no">{name}</span>
          {short ? <span className="font-normal text-muted-foreground print:hidden"> {time}</span> : null}
        </b>
        {short ? null : (
          <span className="block truncate text-muted-foreground print:whitespace-normal">
            <span className="print:hidden">{time} · </span>
            <span translate="no">{about}</span>
          </span>
        )}
      </Link>
      {moves ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={moveWord}
          title={moveWord}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => props.onMoveButton(item)}
          className="absolute end-0 top-0 hidden size-6 place-items-center rounded-sm border border-border-strong bg-popover text-foreground group-hover/session:grid group-focus-within/session:grid print:hidden"
        >
          <Icon name="calendar-clock" size="small" />
        </button>
      ) : null}
      {resizes && ends && !short ? (
        <span
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            props.onGrab(item, event, "end");
          }}
          className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize touch-none"
        />
      ) : null}
    </div>
  );
});
