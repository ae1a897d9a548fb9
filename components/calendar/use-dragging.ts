"use client";

import { useCallback, useEffect, useRef, type PointerEvent, type RefObject } from "react";
import { momentAt, topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import type { CalendarAxis, CalendarColumn, CalendarItem } from "./model";
import { pixels } from "./scale";
import { step, type Moving, type useMoving } from "./use-moving";

interface Dragging {
  board: RefObject<HTMLElement | null>;
  axis: CalendarAxis;
  columns: readonly CalendarColumn[];
  mover: ReturnType<typeof useMoving>;
  drop: (end: Moving) => void;
}

/** How far the pointer goes before it drags; less is a click. */
const threshold = 4;
/** How near to the window's edge the page scrolls along. */
const edgeOfWindow = 48;

const snapped = (top: number) => Math.round(top / step) * step;

/** Takes a session up with the pointer, over days and minutes, or by its end. A finger scrolls instead: on a touch screen there are keys and buttons. */
export function useDragging(dragging: Dragging) {
  const latest = useRef(dragging);
  useEffect(() => {
    latest.current = dragging;
  });
  const grab = useCallback((item: CalendarItem, event: PointerEvent<HTMLElement>, edge: "body" | "end") => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const begun = { x: event.clientX, y: event.clientY };
    let moving: Moving | null = null;
    let offset = 0;
    const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const { board, axis, columns } = latest.current;
      const cells = board.current!.querySelectorAll<HTMLElement>("[data-column]");
      const [first, last] = [cells[0]!.getBoundingClientRect(), cells[cells.length - 1]!.getBoundingClientRect()];
      const share = (clientX - first.left) / (last.right - first.left);
      return {
        column: Math.max(0, Math.min(columns.length - 1, Math.floor(share * columns.length))),
        top: axis.from + (clientY - first.top) / pixels,
      };
    };
    const onMove = (at: globalThis.PointerEvent) => {
      const { mover, axis, columns } = latest.current;
      if (!moving) {
        if (Math.hypot(at.clientX - begun.x, at.clientY - begun.y) < threshold) return;
        moving = mover.begin(item, false);
        if (!moving) return end();
        offset =
          placeOf({ clientX: begun.x, clientY: begun.y }).top - (topOf(columns[moving.column]!, item.startsAt) ?? 0);
      }
      if (at.clientY > innerHeight - edgeOfWindow) scrollBy(0, 12);
      else if (at.clientY < edgeOfWindow * 2) scrollBy(0, -12);
      const place = placeOf(at);
      if (edge === "end") {
        const endsAt = momentAt(columns[moving.column]!, snapped(place.top) - 1);
        if (endsAt !== null) moving = mover.endAt(moving, endsAt + 60_000) ?? moving;
        return;
      }
      const top = Math.max(0, Math.min(axis.length - step, snapped(place.top - offset)));
      moving = mover.to(moving, place.column, top) ?? moving;
    };
    const end = () => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", onCancel);
      removeEventListener("keydown", onKey, true);
    };
    const onCancel = () => {
      end();
      if (moving) latest.current.mover.stop();
      moving = null;
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape" || !moving) return;
      pressed.stopPropagation();
      onCancel();
      swallowClick();
    };
    const onUp = () => {
      end();
      if (!moving) return;
      swallowClick();
      latest.current.drop(moving);
    };
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", onCancel);
    addEventListener("keydown", onKey, true);
  }, []);
  return { grab };
}

/** The click that follows a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: globalThis.MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, true), 300);
}
