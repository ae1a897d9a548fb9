"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "@/lib/platform/result";

/**
 * Sends parts of a long form one after the other, as they are filled in. A part that did not arrive goes along with the next one, or
 * with `settle`, which is called before the form is handed in.
 * @param join puts a later part over an earlier one
 */
export function useKept<Part>(
  save: (part: Part) => Promise<ActionResult<unknown>>,
  join: (before: Part, after: Part) => Part,
) {
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle");
  const waiting = useRef<Part | null>(null);
  const running = useRef<Promise<void> | null>(null);

  const run = async () => {
    while (waiting.current) {
      const part = waiting.current;
      waiting.current = null;
      setState("saving");
      const result = await save(part).catch(() => null);
      if (result?.ok) setState("saved");
      else {
        waiting.current = waiting.current ? join(part, waiting.current) : part;
        return setState("failed");
      }
    }
  };
  const start = () => {
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
  };
  return {
    state,
    send: (part: Part) => {
      waiting.current = waiting.current ? join(waiting.current, part) : part;
      void start();
    },
    settle: async () => {
      await running.current;
      await start();
    },
  };
}
