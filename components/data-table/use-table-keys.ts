"use client";

import type { RefObject } from "react";
import { useKeys } from "@/components/ui/use-keys";

/** j, k and arrows go from row to row, x chooses, / searches, Escape closes what is open beside. Enter is the link's own. */
export function useTableKeys(
  table: RefObject<HTMLElement | null>,
  act: { toggle: (index: number) => void; search: () => void; escape: () => boolean },
) {
  useKeys(table, "J K X /", (event) => {
    const root = table.current;
    if (!root) return;
    const links = [...root.querySelectorAll<HTMLElement>("tbody [data-row-link]")];
    const row = document.activeElement?.closest("tbody tr");
    const at = links.findIndex((link) => link.closest("tr") === row);
    const inTable = root.contains(document.activeElement);
    const move = (step: number) => {
      event.preventDefault();
      const next = links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
      next?.focus();
      next?.closest("tr")?.scrollIntoView({ block: "nearest" });
    };
    if (event.key === "j" || (event.key === "ArrowDown" && inTable)) move(1);
    else if (event.key === "k" || (event.key === "ArrowUp" && inTable)) move(-1);
    else if (event.key === "x" && at >= 0) act.toggle(at);
    else if (event.key === "/") {
      event.preventDefault();
      act.search();
    } else if (event.key === "Escape" && act.escape()) event.preventDefault();
  });
}
