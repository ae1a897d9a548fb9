"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { inLanes } from "@/lib/scheduling/rules/calendar/lanes";
import { momentAt, topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import { piecesOf } from "@/lib/scheduling/rules/calendar/pieces";
import { DayHeads } from "./day-heads";
import { GridColumn } from "./grid-column";
import { HourGutter } from "./hour-gutter";
import type { CalendarAxis, CalendarColumn, CalendarItem } from "./model";
import { keysHintId } from "./keys-hint";
import { MovingGhost } from "./moving-ghost";
import { neighbourOf } from "./neighbour-of";
import { high, pixels } from "./scale";
import { useDragging } from "./use-dragging";
import { step, useMoving, type Moving } from "./use-moving";
import { useMomentWords } from "./use-moment-words";
import { useKeptFocus } from "./use-kept-focus";
import { useSaying } from "./use-saying";
import { useShownItems, type CalendarActions } from "./use-shown-items";

/** Comes when somebody moves a session by keys or buttons. */
const MovingPanel = dynamic(() => import("./moving-panel").then((module) => module.MovingPanel), { ssr: false });

export interface TimeGridProps {
  organisation: string;
  axis: CalendarAxis;
  columns: readonly CalendarColumn[];
  items: readonly CalendarItem[];
  zone: string;
  second: string | null;
  today: string;
  now: number;
  /** Where a session begins to be booked; null for who books none. */
  newHref: string | null;
  actions: CalendarActions;
}

/** How much room a session takes at least, in minutes of the axis: a line of text. */
const least = 24;

/** Days by the clock on the wall, of one person or several side by side: sessions are moved by the pointer, by keys and by buttons. */
export function TimeGrid(props: TimeGridProps) {
  const { organisation, axis, columns, items, zone, second, today, now, newHref, actions } = props;
  const t = useTranslations("calendar");
  const words = useMomentWords(zone);
  const router = useRouter();
  const board = useRef<HTMLDivElement>(null);
  const { said, say } = useSaying();
  const keepFocus = useKeptFocus(board);
  const { shown, put } = useShownItems(organisation, items, actions, (item) => words.moment(item.startsAt));
  const mover = useMoving(columns);
  const { moving } = mover;
  const placed = useMemo(
    () =>
      columns.map((column) =>
        inLanes(
          piecesOf(
            shown.filter(({ personIds }) => personIds.includes(column.person.id)),
            column,
          ),
          least,
        ),
      ),
    [columns, shown],
  );
  const [reached, setReached] = useState<string | null>(null);
  const first = placed.flat().find(({ item }) => item.endsAt > now) ?? placed.flat()[0];
  const reachable = reached && shown.some(({ id }) => id === reached) ? reached : (first?.item.id ?? null);

  const drop = (end: Moving) => {
    mover.stop();
    if (end.byKeys) keepFocus(end.item.id);
    const { item, startsAt, endsAt, column } = end;
    const person = columns[column]!.person.id;
    const elsewhere = !item.personIds.includes(person);
    if (startsAt === item.startsAt && endsAt === item.endsAt && !elsewhere) return void say(t("move.stays"));
    const moved = { ...item, startsAt, endsAt, ...(elsewhere ? { personIds: [person] } : {}) };
    put(item, moved, elsewhere ? person : null);
  };
  const { grab } = useDragging({ board, axis, columns, mover, drop });
  const several = columns.some(({ person }) => person.id !== columns[0]!.person.id);
  const announce = (now_: Moving | null) => {
    if (!now_) return say(t("move.edge"));
    const at = words.span(now_.startsAt, now_.endsAt);
    say(several ? `${columns[now_.column]!.person.name}, ${at}` : at);
  };

  const takeUpNow = (item: CalendarItem) => {
    if (!mover.begin(item, true)) return;
    say(t("move.begun", { name: item.name, at: words.span(item.startsAt, item.endsAt) }));
    board.current?.querySelector<HTMLElement>(`[data-session="${item.id}"]`)?.focus();
  };
  // Columns are handed one that stays the same, so that they are not drawn anew with each picture of the page.
  const latest = useRef(takeUpNow);
  useEffect(() => {
    latest.current = takeUpNow;
  });
  const takeUp = useCallback((item: CalendarItem) => latest.current(item), []);
  const putBack = () => {
    if (moving) keepFocus(moving.item.id);
    mover.stop();
    say(t("move.back"));
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const act = moving?.byKeys ? movingKey(event, moving) : restingKey(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const movingKey = ({ key, shiftKey }: React.KeyboardEvent, now_: Moving): (() => void) | null => {
    const longer = (by: number) => () => announce(mover.endAt(now_, now_.endsAt + by * 60_000));
    if (key === "Enter") return () => drop(now_);
    if (key === "Escape") return putBack;
    if (key === "ArrowUp") return shiftKey ? longer(-step) : () => announce(mover.byMinutes(now_, -step));
    if (key === "ArrowDown") return shiftKey ? longer(step) : () => announce(mover.byMinutes(now_, step));
    if (key === "ArrowLeft") return () => announce(mover.byColumns(now_, -1));
    if (key === "ArrowRight") return () => announce(mover.byColumns(now_, 1));
    return null;
  };
  const restingKey = (event: React.KeyboardEvent): (() => void) | null => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-session]")?.dataset["session"];
    const item = shown.find((one) => one.id === id);
    if (!item) return null;
    if (event.key.toLowerCase() === "m" && item.moves) return () => takeUp(item);
    const next = neighbourOf(placed, item.id, event.key);
    if (!next) return null;
    return () => {
      setReached(next);
      board.current?.querySelector<HTMLElement>(`[data-session="${next}"]`)?.focus();
    };
  };

  const book = (column: CalendarColumn) => (event: MouseEvent<HTMLElement>) => {
    if (!newHref || event.target !== event.currentTarget) return;
    const top = axis.from + (event.clientY - event.currentTarget.getBoundingClientRect().top) / pixels;
    const at = momentAt(column, Math.floor(top / step) * step);
    if (at === null) return;
    const query = new URLSearchParams({ at: new Date(at).toISOString(), host: column.person.id });
    router.push(`${newHref}?${query.toString()}`);
  };

  /** A column is drawn anew only for what stands in it. */
  const ofColumn = (at: number, id: string | null) => (placed[at]!.some(({ item }) => item.id === id) ? id : null);
  const minutes = axis.to - axis.from;
  const template = `${second ? "104px" : "56px"} repeat(${columns.length}, minmax(${columns.length > 7 ? "var(--column)" : 0}, 1fr))`;
  const ghostTop = moving ? topOf(columns[moving.column]!, moving.startsAt) : null;
  return (
    <div
      data-slot="calendar"
      className="relative print:break-inside-avoid"
      style={{ "--minutes": minutes, "--paper-zoom": columns.length > 7 ? 0.76 : 1 } as CSSProperties}
    >
      <div
        className={cn(
          "rounded-md border border-border bg-card print:border-0",
          // What scrolls sideways has no head that sticks to the page.
          columns.length > 7 ? "overflow-x-auto print:overflow-visible" : "overflow-x-clip",
        )}
      >
        <div style={{ minWidth: columns.length > 7 ? `calc(104px + ${columns.length} * var(--column))` : undefined }}>
          <DayHeads {...{ columns, template, zone, second, today, axis }} />
          <div
            ref={board}
            role="group"
            aria-label={t("title")}
            aria-describedby={keysHintId}
            className="relative grid"
            style={{ gridTemplateColumns: template, height: high(minutes) }}
            onKeyDown={onKeyDown}
          >
            <HourGutter axis={axis} column={columns[0]!} second={second} />
            {columns.map((column, at) => (
              <GridColumn
                key={column.key}
                column={column}
                axis={axis}
                pieces={placed[at]!}
                organisation={organisation}
                zone={zone}
                reachable={ofColumn(at, reachable)}
                leaves={ofColumn(at, moving?.item.id ?? null)}
                isToday={column.date === today}
                now={now}
                onReach={setReached}
                onGrab={grab}
                onMoveButton={takeUp}
                onBook={newHref ? book(column) : undefined}
              />
            ))}
            {moving && ghostTop !== null ? (
              <MovingGhost moving={moving} top={ghostTop} axis={axis} words={words} />
            ) : null}
          </div>
        </div>
      </div>
      {/* Over the whole window: the hand stays closed wherever the pointer goes, and nothing beneath has to be styled anew for it. */}
      {moving && !moving.byKeys ? <div aria-hidden className="fixed inset-0 z-50 cursor-grabbing" /> : null}
      {moving?.byKeys ? (
        <MovingPanel
          moving={moving}
          words={words}
          onDays={(by) => announce(mover.byColumns(moving, by))}
          onMinutes={(by) => announce(mover.byMinutes(moving, by * step))}
          onLength={(by) => announce(mover.endAt(moving, moving.endsAt + by * step * 60_000))}
          onDrop={() => drop(moving)}
          onBack={putBack}
        />
      ) : null}
      {said}
    </div>
  );
}
