"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/result";
import { refusedOf, type Refused } from "./model";
import { NextTimes } from "./next-times";
import { useOwnZone } from "./zones";

/** Books the time that was kept. A press and not the link itself: programs that look at mails follow links too. */
export function ConfirmVisit({
  words,
  bookedIn,
  confirm,
  children,
}: {
  words: string;
  bookedIn: string;
  confirm: (startsAt?: string) => Promise<ActionResult<unknown>>;
  /** What else one can do. */
  children?: ReactNode;
}) {
  const t = useTranslations("booking");
  const timeZone = useOwnZone(bookedIn);
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  const run = (startsAt?: string) =>
    start(async () => {
      setRefused(null);
      setRefused(refusedOf(await confirm(startsAt).catch(() => null), t("notSent")));
    });
  return (
    <div className="grid gap-4">
      {refused ? (
        <NextTimes refused={refused} timeZone={timeZone} onTime={(at) => !pending && run(at.toISOString())} />
      ) : null}
      <div className="flex flex-wrap items-center gap-2 phone:grid">
        <Button
          type="button"
          variant="primary"
          size="large"
          aria-busy={pending || undefined}
          onClick={() => !pending && run()}
        >
          {words}
        </Button>
        {children}
      </div>
    </div>
  );
}
