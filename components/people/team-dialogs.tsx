"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Closes } from "@/components/frame/late-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { TeamRow } from "@/lib/people/queries/teams";
import type { TeamActions } from "./team-card";

/** Asks for the name of a new team. */
export function AddTeamDialog({
  organisation,
  add,
  onClose,
}: Closes & { organisation: string; add: TeamActions["add"] }) {
  const t = useTranslations("people.teams");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t("add")}>
        <ActionForm
          schema={() => import("@/lib/people/form-schemas").then((module) => module.AddTeamForm)}
          defaultValues={{ name: "" }}
          action={(values) => add(organisation, values)}
          submit={t("addSubmit")}
          done={t("added")}
          onDone={onClose}
        >
          <FormField name="name" label={t("name")} hint={t("nameHint")}>
            <Input autoComplete="off" />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}

/** Asks for another name. */
export function RenameTeamDialog({
  organisation,
  team,
  rename,
  onClose,
}: Closes & { organisation: string; team: TeamRow; rename: TeamActions["rename"] }) {
  const t = useTranslations("people.teams");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={t("rename")}>
        <ActionForm
          schema={() => import("@/lib/people/form-schemas").then((module) => module.RenameTeamForm)}
          defaultValues={{ teamId: team.id, name: team.name, expectedVersion: team.version }}
          action={(values) => rename(organisation, values)}
          submit={t("renameSubmit")}
          done={t("renamed")}
          onDone={onClose}
        >
          <FormField name="name" label={t("name")}>
            <Input autoComplete="off" />
          </FormField>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
