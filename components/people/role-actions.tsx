"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

interface Shared {
  organisation: string;
  list: string;
}

export interface CopyRoleProps extends Shared {
  role: { id: string; name: string };
  copy: (organisation: string, input: { roleId: string; name: string }) => Promise<ActionResult<{ roleId: string }>>;
}

const loadCopy = () => import("./copy-role-dialog").then((module) => module.CopyRoleDialog);

/** Asks for a name and makes a copy that can be edited. */
export function CopyRole(props: CopyRoleProps) {
  const t = useTranslations("people.roles");
  return (
    <LateDialog load={loadCopy} props={props}>
      <Button variant="primary">
        <Icon name="copy" />
        {t("copy")}
      </Button>
    </LateDialog>
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
