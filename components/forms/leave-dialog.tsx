"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";

/** Asked when somebody leaves a form that is not saved. */
export function LeaveDialog({ kept, onLeave, onStay }: { kept: boolean; onLeave: () => void; onStay: () => void }) {
  const t = useTranslations("ui.forms");
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onStay())}>
      <DialogContent
        title={t("leaveTitle")}
        description={kept ? t("leaveKept") : t("leaveLost")}
        footer={
          <>
            <Button onClick={onLeave}>{t("leave")}</Button>
            <Button variant="primary" onClick={onStay}>
              {t("stay")}
            </Button>
          </>
        }
      />
    </Dialog>
  );
}
