"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Prints the page as it is shown. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="outline" onClick={() => window.print()}>
      <Icon name="printer" />
      {children}
    </Button>
  );
}
