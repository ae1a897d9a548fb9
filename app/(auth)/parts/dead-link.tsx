import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Narrow } from "./narrow";

/** A link from a mail that does not work any more: why, and the way on. */
export function DeadLink({
  title,
  why,
  href,
  action,
}: {
  title: string;
  why: ReactNode;
  href: string;
  action: string;
}) {
  return (
    <Narrow title={title} lede={why}>
      <LinkButton variant="primary" block className="h-11" href={href}>
        {action}
      </LinkButton>
    </Narrow>
  );
}
