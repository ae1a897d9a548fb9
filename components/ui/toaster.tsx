"use client";

import { useEffect, useState, type ComponentType } from "react";
import { onFirstToast } from "./toast-queue";

/**
 * Stands once, in the root layout. What shows toasts arrives with the first touch or key, so that it is there when the connection goes. Where it does not
 * arrive, the page stays as it is, and what there is to say waits for the connection.
 */
export function Toaster() {
  const [Layer, setLayer] = useState<ComponentType | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const fetch = () =>
      void import("./toast-layer").then(
        ({ ToastLayer }) => setLayer(() => ToastLayer),
        () => undefined,
      );
    const forget = onFirstToast(fetch);
    for (const reason of ["pointerdown", "keydown", "online"])
      window.addEventListener(reason, fetch, { capture: true, passive: true, signal: over.signal });
    return () => {
      forget();
      over.abort();
    };
  }, []);
  return Layer ? <Layer /> : null;
}
