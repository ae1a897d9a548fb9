"use client";

import { useCallback } from "react";
import { CommandPalette } from "./command-palette";
import type { PaletteGroup } from "./types";

/** The palette of an organisation: pages and actions at once, records from the server while one types. */
export function WorkspacePalette({ organisation, groups }: { organisation: string; groups: PaletteGroup[] }) {
  const search = useCallback(
    async (words: string, signal: AbortSignal) => {
      const response = await fetch(`/api/search/${organisation}?words=${encodeURIComponent(words)}`, { signal });
      if (!response.ok) return [];
      return ((await response.json()) as { groups: PaletteGroup[] }).groups;
    },
    [organisation],
  );
  return <CommandPalette groups={groups} search={search} />;
}
