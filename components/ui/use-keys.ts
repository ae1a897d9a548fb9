"use client";

import { useEffect } from "react";
import type { RefObject } from "react";
import { keysAreFree } from "./keys-are-free";

/**
 * Listens to single keys on the whole page while nothing is typed and no layer is open, and says so on the element that they
 * belong to (`aria-keyshortcuts`): only from the moment on in which they work, as parts of a page come to life one by one.
 */
export function useKeys(element: RefObject<HTMLElement | null>, keys: string, press: (event: KeyboardEvent) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keysAreFree(event)) press(event);
    };
    document.addEventListener("keydown", onKey);
    element.current?.setAttribute("aria-keyshortcuts", keys);
    return () => document.removeEventListener("keydown", onKey);
  });
}
