import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

/** One more thing under the facts of a programme, in a line, with the way to its page. */
export function FactLine(props: { icon: IconName; href: string; look: string; children: ReactNode }) {
  const { icon, href, look, children } = props;
  return (
    <p className="mt-3 flex items-baseline gap-2 border-t border-border pt-3 text-sm">
      <Icon name={icon} size="small" className="self-center text-muted-foreground" />
      <span className="min-w-0 flex-1">{children}</span>
      <Link href={href} className="tap-links">
        {look}
      </Link>
    </p>
  );
}
