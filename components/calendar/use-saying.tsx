"use client";

import { useCallback, useState } from "react";

/** What happens on a board, for who does not see it. The same words are said again when the same happens again. */
export function useSaying() {
  const [{ text, turn }, set] = useState({ text: "", turn: 0 });
  const say = useCallback((words: string) => set((before) => ({ text: words, turn: before.turn + 1 })), []);
  const said = (
    <p role="status" aria-live="polite" className="sr-only">
      <span key={turn}>{text}</span>
    </p>
  );
  return { said, say };
}
