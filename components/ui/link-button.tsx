import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "./link";

export interface LinkButtonProps extends Omit<ComponentProps<typeof Button>, "asChild"> {
  href: string;
  /** Before the words. */
  icon?: IconName;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, icon, children, ...button }: LinkButtonProps) {
  return (
    <Button asChild {...button}>
      <Link href={href}>
        {icon ? <Icon name={icon} /> : null}
        {children}
      </Link>
    </Button>
  );
}
