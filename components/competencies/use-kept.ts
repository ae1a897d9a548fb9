"use client";

import { useRef, useState } from "react";
import type { AnswersPart } from "@/components/competencies/level-form";
import type { ActionResult } from "@/lib/platform/result";

/**
 * Sends parts of answers one after the other. A part that did not arrive goes along with the next one, or when the page is about
 * to be left with `settle`.
 */
export function useKept(save: (part: AnswersPart) => Promise<ActionResult<unknown>>) {
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle");
  const waiting = useRef<AnswersPart | null>(null);
  const running = useRef<Promise<void> | null>(null);

  const run = async () => {
    while (waiting.current) {
      const part = waiting.current;
      waiting.current = null;
      setState("saving");
      const result = await save(part).catch(() => null);
      if (result?.ok) setState("saved");
      else {
        waiting.current = joined(part, waiting.current ?? {});
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
    send: (part: AnswersPart) => {
      waiting.current = joined(waiting.current ?? {}, part);
      void start();
    },
    settle: async () => {
      await running.current;
      await start();
    },
  };
}

const joined = (before: AnswersPart, after: AnswersPart): AnswersPart => ({
  ...before,
  ...after,
  ...(before.levels || after.levels ? { levels: { ...before.levels, ...after.levels } } : {}),
  ...(before.notes || after.notes ? { notes: { ...before.notes, ...after.notes } } : {}),
});
