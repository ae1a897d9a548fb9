"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LateConfirmDialog } from "@/components/ui/late-confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** Forgets who a guest was once their session is over. It cannot be taken back, so it is asked for. */
export function ForgetGuest({
  organisation,
  sessionId,
  forget,
}: {
  organisation: string;
  sessionId: string;
  forget: (organisation: string, input: { sessionId: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("booking-page.guest");
  const forms = useTranslations("ui.forms");
  return (
    <div className="mt-5 print:hidden">
      <LateConfirmDialog
        title={t("forgetTitle")}
        confirm={t("forget")}
        keep={t("keep")}
        onConfirm={async () => {
          const result = await forget(organisation, { sessionId }).catch(() => null);
          if (!result?.ok) return void toast.problem(result?.refusal.message ?? forms("notSent"));
          toast.done(t("forgotten"));
        }}
        trigger={
          <Button type="button" variant="quiet">
            {t("forget")}
          </Button>
        }
      >
        {t("forgetText")}
      </LateConfirmDialog>
    </div>
  );
}
