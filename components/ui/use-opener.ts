"use client";

import { useRef } from "react";

/**
 * Gives the focus back to whatever had it when a layer opened. Radix gives it to the layer's trigger, and a layer that arrives late has
 * none. Spread over the layer's content.
 */
export function useOpener() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      const back = opener.current;
      // A browser that does not focus a pressed button (Safari) says that nothing had it: then it is Radix' turn.
      if (!(back instanceof HTMLElement) || back === document.body || !back.isConnected) return;
      event.preventDefault();
      back.focus();
    },
  };
}
