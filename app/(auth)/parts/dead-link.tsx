import Link from "next/link";
import type { ReactNode } from "react";
import { Narrow } from "./narrow";
import { Button } from "@/components/ui/button";

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
      <Button asChild variant="primary" block className="h-11">
        <Link href={href}>{action}</Link>
      </Button>
    </Narrow>
  );
}
