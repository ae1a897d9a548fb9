"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { Closes } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { InviteAllProps } from "./invite-all";

/** Says what the invitations do, and warns where somebody would learn from our mail that they are let go. */
export function InviteAllDialog({
  organisation,
  event,
  count,
  reference,
  early,
  invite,
  onClose,
}: InviteAllProps & Closes) {
  const t = useTranslations("separations.inviteDialog");
  const said = useTranslations("separations");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={t("title", { count, name: event.name })}
        description={t("text", { count, reference })}
        footer={
          <>
            <Button onClick={onClose}>{t("keep")}</Button>
            <ActionButton
              variant="primary"
              action={() => invite(organisation, { separationEventId: event.id })}
              done={said("invitedAll", { count })}
              onDone={onClose}
            >
              {t("send", { count })}
            </ActionButton>
          </>
        }
      >
        {early ? (
          <Notice icon="triangle-alert" tone="warn">
            {t("early", { count: early.count, date: early.lastOn })}
          </Notice>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}
