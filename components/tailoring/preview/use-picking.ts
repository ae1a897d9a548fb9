"use client";

import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from "react";
import type { DrawnDocument } from "./draw-document";

/** Paragraphs that somebody points out in a document. */
export interface Picking {
  /** Where something begins, and behind what it ends. */
  begins: ReadonlySet<number>;
  end: number | null;
  onPick: (paragraph: number) => void;
  onEnd: (paragraph: number) => void;
}

/** Lets one point out paragraphs of a document by pointer, or by keys: up and down walk, Enter picks, E ends. */
export function usePicking(drawn: DrawnDocument | null, picking: Picking | undefined) {
  const [at, setAt] = useState<number | null>(null);
  const order = useRef<number[]>([]);
  const pick = useEffectEvent((paragraph: number) => picking?.onPick(paragraph));
  const active = picking !== undefined;
  useEffect(() => {
    if (!drawn || !active) return;
    const numbers = new Map<Element, number>();
    order.current = [];
    for (const [number, element] of drawn.paragraphs) {
      if (!element.textContent?.trim() || numbers.has(element)) continue;
      numbers.set(element, number);
      order.current.push(number);
    }
    order.current.sort((one, other) => one - other);
    const pressed = (event: Event) => {
      // The innermost: a box in a paragraph is picked, not what it hangs on.
      const element = (event.target as Element).closest("p");
      const number = element ? numbers.get(element) : undefined;
      if (number === undefined) return;
      setAt(number);
      pick(number);
    };
    drawn.root.classList.add("lf-picking");
    drawn.root.addEventListener("click", pressed);
    return () => {
      drawn.root.classList.remove("lf-picking");
      drawn.root.removeEventListener("click", pressed);
    };
  }, [drawn, active]);
  useEffect(() => {
    if (!drawn || !picking) return;
    for (const [number, element] of drawn.paragraphs) {
      element.classList.toggle("lf-begins", picking.begins.has(number));
      element.classList.toggle("lf-ends", picking.end === number);
      element.classList.toggle("lf-cursor", at === number);
    }
    if (at !== null) drawn.paragraphs.get(at)?.scrollIntoView({ block: "nearest" });
  }, [drawn, picking, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!picking || event.target !== event.currentTarget) return;
    const numbers = order.current;
    const index = at === null ? -1 : numbers.indexOf(at);
    const next =
      event.key === "ArrowDown"
        ? numbers[index + 1]
        : event.key === "ArrowUp"
          ? numbers[Math.max(0, index - 1)]
          : undefined;
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if ((event.key === "Enter" || event.key === " ") && at !== null) {
      event.preventDefault();
      picking.onPick(at);
    } else if (event.key.toLowerCase() === "e" && at !== null) picking.onEnd(at);
  };
  return { at, onKeyDown, words: at === null ? "" : (drawn?.paragraphs.get(at)?.textContent?.trim() ?? "") };
}
