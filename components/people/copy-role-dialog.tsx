"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Closes } from "@/components/frame/late-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { CopyRoleProps } from "./role-actions";

/** Asks for the name of the copy, and leads to it. */
export function CopyRoleDialog({ organisation, role, list, copy, onClose }: CopyRoleProps & Closes) {
  const t = useTranslations("people.roles");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t("copyTitle", { name: role.name })}>
        <ActionForm
          schema={() => import("@/lib/people/schemas").then((module) => module.CopyRoleInput)}
          defaultValues={{ roleId: role.id, name: t("copyOf", { name: role.name }) }}
          action={(values) => copy(organisation, values)}
          submit={t("copySubmit")}
          done={t("copied")}
          onDone={({ roleId }) => {
            onClose();
            router.push(`${list}/${roleId}`);
          }}
          labels={{ name: t("name") }}
        >
          <FormField name="name" label={t("name")} hint={t("copyHint")}>
            <Input autoComplete="off" />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
