"use client";

import { useTranslations } from "next-intl";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

export interface InviteAllProps {
  organisation: string;
  event: { id: string; name: string };
  /** How many are ready: they have a consultant. */
  count: number;
  /** The number of the contract whose seats are kept. */
  reference: string;
  /** Who is told later than today, and when the last of them is, as it is read; null where nobody is. */
  early: { count: number; lastOn: string } | null;
  invite: (organisation: string, input: { separationEventId: string }) => Promise<ActionResult<{ invited: number }>>;
}

const load = () => import("./invite-all-dialog").then((module) => module.InviteAllDialog);

/** Invites everybody who is ready, after a question: mails cannot be called back, and some may not know yet. */
export function InviteAll(props: InviteAllProps) {
  const t = useTranslations("separations");
  return (
    <LateDialog load={load} props={props}>
      <Button variant="primary">
        <Icon name="send" />
        {t("inviteAll", { count: props.count })}
      </Button>
    </LateDialog>
  );
}
