"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { UndoAction } from "@/components/forms/run-undo";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface PersonActionsProps {
  organisation: string;
  person: { id: string; version: number; status: string; name: string; me: boolean; canSignIn: boolean };
  here: string;
  mayInvite: boolean;
  mayWrite: boolean;
  actions: {
    resend: Act<{ personId: string }>;
    revoke: Act<{ personId: string }>;
    reactivate: Act<{ personId: string; expectedVersion: number }>;
    remove: Act<{ personId: string; expectedVersion: number }>;
    undo: (organisation: string, undo: never) => Promise<ActionResult<unknown>>;
  };
}

/** What can be done about a person's access, by where they stand. The one that is needed most is solid. */
export function PersonActions({ organisation, person, here, mayInvite, mayWrite, actions }: PersonActionsProps) {
  const t = useTranslations("people.actionsOn");
  const router = useRouter();
  const { id: personId, version: expectedVersion, status } = person;
  const undo = actions.undo.bind(null, organisation) as UndoAction;
  return (
    <>
      {mayWrite ? (
        <LinkButton href={`${here}/edit`} icon="pencil">
          {t("edit")}
        </LinkButton>
      ) : null}
      {mayWrite && status === "active" && !person.me ? (
        <LinkButton href={`${here}/deactivate`} icon="user-minus">
          {t("deactivate")}
        </LinkButton>
      ) : null}
      {mayWrite && status === "known" && !person.canSignIn ? (
        <ActionButton
          action={() => actions.remove(organisation, { personId, expectedVersion })}
          done={t("removed")}
          onDone={() => router.push(`/${organisation}/people`)}
        >
          <Icon name="trash-2" />
          {t("remove")}
        </ActionButton>
      ) : null}
      {mayWrite && status === "deactivated" ? (
        <ActionButton
          variant="primary"
          action={() => actions.reactivate(organisation, { personId, expectedVersion })}
          done={t("reactivated")}
          onUndo={undo}
        >
          <Icon name="user-round-check" />
          {t("reactivate")}
        </ActionButton>
      ) : null}
      {mayInvite && status === "invited" ? (
        <>
          <ActionButton action={() => actions.revoke(organisation, { personId })} done={t("revoked")}>
            <Icon name="x" />
            {t("revoke")}
          </ActionButton>
          <ActionButton variant="primary" action={() => actions.resend(organisation, { personId })} done={t("resent")}>
            <Icon name="send" />
            {t("resend")}
          </ActionButton>
        </>
      ) : null}
      {mayInvite && status === "known" ? (
        <LinkButton variant="primary" href={`${here}/access`} icon="user-plus">
          {t("invite")}
        </LinkButton>
      ) : null}
    </>
  );
}
