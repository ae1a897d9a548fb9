"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Closes } from "@/components/frame/late-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { SuspendProps } from "./operator-forms";

/** Asks why an organisation is closed. */
export function SuspendDialog({ organisationId, name, suspend, onClose }: SuspendProps & Closes) {
  const t = useTranslations("organisations.operator");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t("suspendTitle", { name })} description={t("suspendText")}>
        <ActionForm
          schema={() => import("@/lib/organisations/form-schemas").then((module) => module.SuspendForm)}
          defaultValues={{ organisationId, reason: "" }}
          action={suspend}
          submit={t("suspend")}
          done={t("suspended", { name })}
          onDone={onClose}
        >
          <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
            <Input autoComplete="off" />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
