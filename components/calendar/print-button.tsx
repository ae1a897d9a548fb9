"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Prints the page as it stands, to hang on a wall. */
export function PrintButton({ words }: { words: string }) {
  return (
    <Button
      size="icon"
      variant="ghost"
      aria-label={words}
      title={words}
      onClick={() => print()}
      className="phone:hidden"
    >
      <Icon name="printer" />
    </Button>
  );
}
