"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** Its address is a secret that is not shown again, so nothing brings the calendar back. */
export function RemoveCalendar({ name, remove }: { name: string; remove: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("scheduling.calendars.busy");
  const forms = useTranslations("ui.forms");
  return (
    <ConfirmDialog
      title={t("removeTitle", { name })}
      confirm={t("remove")}
      keep={t("keep")}
      onConfirm={async () => {
        const result = await remove().catch(() => null);
        if (result?.ok) toast.done(t("removed"));
        else toast.problem(result?.refusal.message ?? forms("notSent"));
      }}
      trigger={
        <Button type="button" size="small" variant="quiet">
          {t("remove")}
        </Button>
      }
    >
      {t("removeText")}
    </ConfirmDialog>
  );
}
