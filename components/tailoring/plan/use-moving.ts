"use client";

import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import { slotOf, slotsFor, stepped, type Placed, type Slot } from "./moves";

/** A point that somebody holds, and where it would go now. */
export interface Moving {
  point: string;
  slot: Slot;
  by: "pointer" | "keys";
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

/** The press of a pointer on a grip: where it began, how far below the top of its card, where it is now. */
interface Press {
  grip: HTMLElement;
  y: number;
  grab: number;
  pointer: number;
  last: number;
}

/** Pixels after which a press is a drag, and from an edge at which the list moves along. */
const begins = 4;
const nearEdge = 72;
/** What stands over the list on a phone: the bar above, and the one below with what one does next. */
const [headOfPhone, footOfPhone] = [56, 72];

/** Moves points by pointer, by finger and by keys: one state for all three. */
export function useMoving({ roles, placed, list, onDrop, say }: MovingInput) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const press = useRef<Press | null>(null);
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
  /** Where the pointer is now: the card goes along at once, and the rest of the list only when it would stand elsewhere. */
  const follow = (one: Moving) => {
    const held = press.current;
    if (!held || !list.current) return;
    takeAlong(held);
    const slot = slotNear(list.current, held.last);
    if (!slot || (slot.role === one.slot.role && slot.at === one.slot.at)) return;
    say("over", one.point, slot);
    setMoving({ ...one, slot });
  };
  useLayoutEffect(() => {
    // The lines of the document that appear while one moves push the card down.
    if (moving?.by === "pointer" && press.current) takeAlong(press.current);
  }, [moving]);
  useEdgeScroll(moving?.by === "pointer", press, list, () => moving && follow(moving));

  const start = (point: string, by: Moving["by"]) => {
    const slots = slotsFor(roles, placed, point);
    const slot = slotOf(roles, placed, point) ?? slots[0];
    if (!slot || slots.length === 0) return null;
    const one = { point, slot, by };
    setMoving(one);
    say("taken", point, slot);
    return one;
  };
  /** What the pointer took along goes back into its line; where that is now, the list says. */
  const letGo = () => {
    if (press.current) cardOf(press.current)?.style.removeProperty("translate");
    press.current = null;
    setMoving(null);
  };
  const drop = (one: Moving) => {
    letGo();
    if (one.by === "keys") focusOn.current = one.point;
    onDrop(one.point, one.slot);
    say("dropped", one.point, one.slot);
  };
  const cancel = (one: Moving) => {
    letGo();
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
      const grip = event.currentTarget as HTMLElement;
      press.current = {
        ...{ grip, y: event.clientY, last: event.clientY, pointer: event.pointerId },
        grab: event.clientY - (grip.closest("li")?.getBoundingClientRect().top ?? event.clientY),
      };
      grip.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = press.current;
      if (!held || held.pointer !== event.pointerId) return;
      held.last = event.clientY;
      const one = moving ?? (Math.abs(event.clientY - held.y) > begins ? start(point, "pointer") : null);
      if (one?.by === "pointer") follow(one);
    },
    onPointerUp() {
      if (moving?.by === "pointer") drop(moving);
      press.current = null;
    },
    onPointerCancel() {
      if (moving?.by === "pointer") cancel(moving);
      press.current = null;
    },
  });
  return { moving, gripOf };
}

const cardOf = ({ grip }: Press) => grip.closest("li")?.firstElementChild as HTMLElement | null | undefined;

/** Keeps the card below the pointer, whatever its line does. */
function takeAlong(press: Press): void {
  const line = press.grip.closest("li")?.getBoundingClientRect().top ?? 0;
  cardOf(press)?.style.setProperty("translate", `0 ${press.last - press.grab - line}px`);
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
  press: RefObject<Press | null>,
  list: RefObject<HTMLElement | null>,
  onScrolled: () => void,
) {
  const scrolled = useEffectEvent(onScrolled);
  useEffect(() => {
    if (!active) return;
    let frame = 0;
    const step = () => {
      const y = press.current?.last;
      const around = scrollerOf(list.current);
      if (y !== undefined && around) {
        const { top, bottom } = around.box;
        const speed = y < top + nearEdge ? y - top - nearEdge : y > bottom - nearEdge ? y - bottom + nearEdge : 0;
        const before = around.element.scrollTop;
        // No further than to where the list begins or ends: a point goes nowhere else.
        const { top: begin = 0, bottom: end = 0 } = list.current?.getBoundingClientRect() ?? {};
        const isThere = speed > 0 ? end < bottom - nearEdge : begin > top + nearEdge;
        if (speed !== 0 && !isThere) around.element.scrollBy({ top: speed / 5, behavior: "instant" });
        // What is below a pointer that rests is another line now.
        if (around.element.scrollTop !== before) scrolled();
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
  return page ? { element: page, box: { top: headOfPhone, bottom: window.innerHeight - footOfPhone } } : null;
}
