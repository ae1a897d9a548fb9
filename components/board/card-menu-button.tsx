import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the menu of a card. */
export function CardMenuButton({ label, ...props }: { label: string } & ComponentProps<typeof Button>) {
  return (
    <Button size="icon" variant="quiet" aria-label={label} {...props}>
      <Icon name="ellipsis" />
    </Button>
  );
}
