"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

/** Has the page made anew as long as it waits for work in the background. */
export function LookAgain({ milliseconds = 1_500 }: { milliseconds?: number }) {
  const router = useRouter();
  const look = useEffectEvent(() => {
    // Without a connection it would be left for the browser's own page, with all that is typed on it.
    if (navigator.onLine) router.refresh();
  });
  useEffect(() => {
    const timer = setInterval(look, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return null;
}
