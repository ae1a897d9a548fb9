"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { LandingRecord } from "@/components/programmes/landing-facts";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/result";
import type { AftercareInput } from "@/lib/programmes/schemas";

const CheckInFields = dynamic(() => import("./check-in-fields").then((module) => module.CheckInFields), { ssr: false });

export interface CheckInFormProps {
  organisation: string;
  check: Pick<LandingRecord["checks"][number], "id" | "version" | "afterDays" | "doneAt" | "stillThere" | "notes">;
  /** Whether `notes` says what was written; without it, a correction leaves that as it is. */
  readsNotes: boolean;
  save: (organisation: string, input: z.input<typeof AftercareInput>) => Promise<ActionResult<unknown>>;
}

/** What was found at a check-in: folded up until somebody has asked, or sees that it was noted wrongly. */
export function CheckInForm(props: CheckInFormProps) {
  const { afterDays: days, doneAt } = props.check;
  const t = useTranslations("programmes.landing");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button
        size="small"
        {...(doneAt ? { variant: "quiet" } : {})}
        className="mt-2"
        onClick={() => setOpen(true)}
        aria-label={t(doneAt ? "correctLabel" : "noteLabel", { days })}
      >
        {t(doneAt ? "correctCheck" : "note")}
      </Button>
    );
  return <CheckInFields {...props} close={() => setOpen(false)} />;
}
