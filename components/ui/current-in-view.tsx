"use client";

import { useEffect, useRef } from "react";

/** Brings the current one of a row of tabs into view where the row is wider than the screen. */
export function CurrentInView({ at }: { at?: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const row = mark.current?.parentElement;
    const current = row?.querySelector<HTMLElement>("[aria-current=page]");
    // Only the row moves: scrollIntoView would move the page as well.
    if (row && current) row.scrollLeft += middleOf(current) - middleOf(row);
  }, [at]);
  return <span ref={mark} hidden />;
}

function middleOf(element: HTMLElement): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
