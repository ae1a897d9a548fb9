"use client";

import { useEffect, useRef } from "react";

/** Notes that the mail was opened, once it really is on the screen. */
export function MarkRead({ mark }: { mark: () => Promise<unknown> }) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    mark().catch(() => undefined);
  }, [mark]);
  return null;
}
