"use client";

import { useCallback, useEffect, useRef, type RefObject } from "react";

/** Keeps the focus on a session that is drawn anew in another day: what goes from a page takes the focus with it. */
export function useKeptFocus(board: RefObject<HTMLElement | null>) {
  const kept = useRef<string | null>(null);
  useEffect(() => {
    // Who presses elsewhere goes elsewhere.
    const forget = () => void (kept.current = null);
    addEventListener("pointerdown", forget);
    return () => removeEventListener("pointerdown", forget);
  }, []);
  useEffect(() => {
    if (!kept.current || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-session="${kept.current}"]`)?.focus();
  });
  return useCallback((id: string) => void (kept.current = id), []);
}
