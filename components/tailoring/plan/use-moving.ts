"use client";

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import { slotOf, slotsFor, stepped, type Placed, type Slot } from "./moves";

/** A point that somebody holds, and where it would go now. */
export interface Moving {
  point: string;
  slot: Slot;
  by: "pointer" | "keys";
  /** How far the pointer has taken it, in pixels. */
  shift: number;
}

export interface MovingInput {
  roles: readonly RoleView[];
  placed: readonly Placed[];
  /** What the lines stand in: each carries `data-role` and `data-at`, the slot behind it. */
  list: RefObject<HTMLElement | null>;
  onDrop: (point: string, slot: Slot) => void;
  /** Said to who does not see it. */
  say: (what: "taken" | "over" | "dropped" | "cancelled", point: string, slot: Slot) => void;
}

/** Pixels after which a press is a drag, and from an edge at which the list moves along. */
const begins = 4;
const nearEdge = 72;

/** Moves points by pointer, by finger and by keys: one state for all three. */
export function useMoving({ roles, placed, list, onDrop, say }: MovingInput) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const press = useRef<{ point: string; y: number; grab: number; pointer: number; last: number } | null>(null);
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    // A card that went to another role is a new element: the keys go on where they were.
    const point = focusOn.current;
    if (!point || moving) return;
    focusOn.current = null;
    list.current?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(point)}"]`)?.focus();
  });
  useEffect(() => {
    if (moving?.by === "keys") list.current?.querySelector("[data-drop-line]")?.scrollIntoView({ block: "nearest" });
  }, [moving, list]);
  useEdgeScroll(moving?.by === "pointer", press, list);

  const start = (point: string, by: Moving["by"]) => {
    const slots = slotsFor(roles, placed, point);
    const slot = slotOf(roles, placed, point) ?? slots[0];
    if (!slot || slots.length === 0) return null;
    const one = { point, slot, by, shift: 0 };
    setMoving(one);
    say("taken", point, slot);
    return one;
  };
  const drop = (one: Moving) => {
    setMoving(null);
    focusOn.current = one.point;
    onDrop(one.point, one.slot);
    say("dropped", one.point, one.slot);
  };
  const cancel = (one: Moving) => {
    press.current = null;
    setMoving(null);
    say("cancelled", one.point, one.slot);
  };
  const gripOf = (point: string) => ({
    "data-grip": point,
    "aria-pressed": moving?.point === point,
    onKeyDown(event: KeyboardEvent) {
      const held = moving?.point === point ? moving : null;
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        if (held) drop(held);
        else start(point, "keys");
        return;
      }
      if (!held) return;
      if (event.key === "Escape") {
        event.preventDefault();
        return cancel(held);
      }
      const slot = stepped(slotsFor(roles, placed, point), held.slot, event.key);
      if (/^(Arrow|Page|Home|End)/.test(event.key)) event.preventDefault();
      if (!slot) return;
      setMoving({ ...held, slot });
      say("over", point, slot);
    },
    onBlur() {
      if (moving?.by === "keys" && moving.point === point) cancel(moving);
    },
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const card = (event.currentTarget as HTMLElement).closest("li");
      press.current = {
        ...{ point, y: event.clientY, last: event.clientY, pointer: event.pointerId },
        grab: event.clientY - (card?.getBoundingClientRect().top ?? event.clientY),
      };
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = press.current;
      if (!held || held.pointer !== event.pointerId) return;
      held.last = event.clientY;
      const one = moving ?? (Math.abs(event.clientY - held.y) > begins ? start(point, "pointer") : null);
      if (one?.by !== "pointer") return;
      const card = (event.currentTarget as HTMLElement).closest("li");
      const shift = event.clientY - held.grab - (card?.getBoundingClientRect().top ?? 0);
      const slot = list.current ? slotNear(list.current, event.clientY) : null;
      if (slot && (slot.role !== one.slot.role || slot.at !== one.slot.at)) say("over", point, slot);
      setMoving({ ...one, slot: slot ?? one.slot, shift });
    },
    onPointerUp() {
      press.current = null;
      if (moving?.by === "pointer") drop(moving);
    },
    onPointerCancel() {
      if (moving?.by === "pointer") cancel(moving);
      press.current = null;
    },
  });
  return { moving, gripOf };
}

/** The slot whose line is nearest: above or below the middle of a line. */
function slotNear(list: HTMLElement, y: number): Slot | null {
  let best: { slot: Slot; far: number } | null = null;
  for (const line of list.querySelectorAll<HTMLElement>("[data-at]")) {
    const { top, bottom } = line.getBoundingClientRect();
    const [role, at] = [Number(line.dataset["role"]), Number(line.dataset["at"])];
    for (const [edge, slot] of [
      [bottom, { role, at }],
      [top, { role, at: at - 1 }],
    ] as const) {
      const far = Math.abs(edge - y);
      if (slot.at > 0 && (!best || far < best.far)) best = { slot, far };
    }
  }
  return best?.slot ?? null;
}

/** While a point is dragged near an edge, what it lies in moves along. */
function useEdgeScroll(
  active: boolean,
  press: RefObject<{ last: number } | null>,
  list: RefObject<HTMLElement | null>,
) {
  useEffect(() => {
    if (!active) return;
    let frame = 0;
    const step = () => {
      const y = press.current?.last;
      const around = scrollerOf(list.current);
      if (y !== undefined && around) {
        const { top, bottom } = around.box;
        const speed = y < top + nearEdge ? y - top - nearEdge : y > bottom - nearEdge ? y - bottom + nearEdge : 0;
        if (speed !== 0) around.element.scrollBy(0, speed / 5);
      }
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [active, press, list]);
}

function scrollerOf(list: HTMLElement | null): { element: Element; box: { top: number; bottom: number } } | null {
  for (let at = list; at; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight + 1 || !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    return { element: at, box: at.getBoundingClientRect() };
  }
  const page = document.scrollingElement;
  return page ? { element: page, box: { top: 0, bottom: window.innerHeight } } : null;
}
