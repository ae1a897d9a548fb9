"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const load = () => import("./outreach-fields").then((module) => module.OutreachFields);
const OutreachFields = dynamic(load, { ssr: false });

export interface OutreachFormProps {
  organisation: string;
  personId: string;
  /** Whom it is about, where the page says so. */
  contactId?: string;
  opportunityId?: string;
  /** To choose from where the page does not say. */
  contacts?: ReadonlyArray<{ id: string; name: string; companyName: string }>;
  today: string;
  log: (organisation: string, input: never) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Writing down that one turned to somebody; the form comes when one asks for it. */
export function OutreachForm({ solid = false, ...props }: OutreachFormProps & { solid?: boolean }) {
  const t = useTranslations("job-search.outreach");
  const [open, setOpen] = useState(false);
  if (open) return <OutreachFields {...props} close={() => setOpen(false)} />;
  return (
    <Button variant={solid ? "primary" : "outline"} onPointerEnter={() => void load()} onClick={() => setOpen(true)}>
      <Icon name="plus" />
      {t("log")}
    </Button>
  );
}
