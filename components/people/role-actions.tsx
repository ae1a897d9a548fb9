"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ActionButton } from "@/components/forms/action-button";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/platform/result";

interface Shared {
  organisation: string;
  list: string;
}

/** Asks for a name and makes a copy that can be edited. */
export function CopyRole({
  organisation,
  role,
  list,
  copy,
}: Shared & {
  role: { id: string; name: string };
  copy: (organisation: string, input: { roleId: string; name: string }) => Promise<ActionResult<{ roleId: string }>>;
}) {
  const t = useTranslations("people.roles");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Icon name="copy" />
          {t("copy")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("copyTitle", { name: role.name })}>
        <ActionForm
          schema={() => import("@/lib/people/schemas").then((module) => module.CopyRoleInput)}
          defaultValues={{ roleId: role.id, name: t("copyOf", { name: role.name }) }}
          action={(values) => copy(organisation, values)}
          submit={t("copySubmit")}
          done={t("copied")}
          onDone={({ roleId }) => {
            setOpen(false);
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

/** Removes an own role that nobody holds. */
export function RemoveRole({
  organisation,
  role,
  list,
  remove,
}: Shared & {
  role: { id: string; version: number; name: string };
  remove: (
    organisation: string,
    input: { roleId: string; expectedVersion: number },
  ) => Promise<ActionResult<{ roleId: string }>>;
}) {
  const t = useTranslations("people.roles");
  const router = useRouter();
  return (
    <ActionButton
      action={() => remove(organisation, { roleId: role.id, expectedVersion: role.version })}
      done={t("removed", { name: role.name })}
      onDone={() => router.push(list)}
    >
      <Icon name="trash-2" />
      {t("remove")}
    </ActionButton>
  );
}
