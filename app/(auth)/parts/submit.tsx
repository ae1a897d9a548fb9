"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

/** The one button of a form; it waits while the form is on its way. */
export function Submit({ children, className }: { children: ReactNode; className?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant="primary"
      block
      aria-disabled={pending || undefined}
      className={cn("h-11", pending && "cursor-progress", className)}
    >
      {children}
    </Button>
  );
}
