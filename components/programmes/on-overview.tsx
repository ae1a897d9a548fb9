"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";

/** What a phone shows on the overview alone, so that the other parts begin near the top. A wide screen shows it always. */
export function OnOverview({ as: Part = "span", children }: { as?: "span" | "div"; children: ReactNode }) {
  const segment = useSelectedLayoutSegment();
  return <Part className={segment === null ? "contents" : "contents phone:hidden"}>{children}</Part>;
}
