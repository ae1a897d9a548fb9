"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { runUndo, type UndoAction } from "@/components/forms/run-undo";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { Row, Rows } from "@/components/ui/rows";
import { toast } from "@/components/ui/toast";
import type { TeamRow } from "@/lib/people/queries/teams";
import type { ActionResult } from "@/lib/platform/result";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface TeamActions {
  add: Act<{ name: string }>;
  rename: Act<{ teamId: string; name: string; expectedVersion: number }>;
  remove: Act<{ teamId: string; expectedVersion: number }>;
  putMember: Act<{ teamId: string; personId: string; lead?: boolean }>;
  removeMember: Act<{ teamId: string; personId: string }>;
  undo: (organisation: string, undo: never) => Promise<ActionResult<unknown>>;
}

const loadAdd = () => import("./team-dialogs").then((module) => module.AddTeamDialog);
const loadRename = () => import("./team-dialogs").then((module) => module.RenameTeamDialog);

/** Makes a team: its name is all that is asked. */
export function AddTeam(props: { organisation: string; add: TeamActions["add"] }) {
  const t = useTranslations("people.teams");
  return (
    <LateDialog load={loadAdd} props={props}>
      <Button variant="primary">
        <Icon name="plus" />
        {t("add")}
      </Button>
    </LateDialog>
  );
}

/** A team with its people; who may, changes both here. */
export function TeamCard({
  organisation,
  team,
  candidates,
  actions,
}: {
  organisation: string;
  team: TeamRow;
  candidates: ReadonlyArray<{ id: string; name: string }>;
  /** Absent: read only. */
  actions?: TeamActions;
}) {
  const t = useTranslations("people.teams");
  const undo = actions ? (actions.undo.bind(null, organisation) as UndoAction) : undefined;
  return (
    <Card data-team={team.id}>
      <CardHeader>
        <Icon name="network" className="text-muted-foreground" />
        <CardTitle>
          <bdi>{team.name}</bdi>
        </CardTitle>
        <span className="text-sm text-muted-foreground">{t("members", { count: team.members.length })}</span>
        {actions ? (
          <span className="ms-auto flex">
            <LateDialog load={loadRename} props={{ organisation, team, rename: actions.rename }}>
              <Button variant="ghost" size="iconSmall" aria-label={t("renameNamed", { name: team.name })}>
                <Icon name="pencil" />
              </Button>
            </LateDialog>
            <ActionButton
              variant="ghost"
              size="iconSmall"
              aria-label={t("removeNamed", { name: team.name })}
              action={() => actions.remove(organisation, { teamId: team.id, expectedVersion: team.version })}
              done={t("removed", { name: team.name })}
            >
              <Icon name="trash-2" />
            </ActionButton>
          </span>
        ) : null}
      </CardHeader>
      <Rows>
        {team.members.map((member) => (
          <Row key={member.personId} className="flex items-center gap-2">
            <bdi className="min-w-0 flex-1 break-words">{member.name}</bdi>
            {member.lead ? <span className="text-sm text-muted-foreground">{t("lead")}</span> : null}
            {actions ? (
              <>
                <ActionButton
                  variant="quiet"
                  size="small"
                  action={() =>
                    actions.putMember(organisation, {
                      teamId: team.id,
                      personId: member.personId,
                      lead: !member.lead,
                    })
                  }
                >
                  {member.lead ? t("noLead") : t("makeLead")}
                </ActionButton>
                <ActionButton
                  variant="ghost"
                  size="iconSmall"
                  aria-label={t("takeOut", { name: member.name })}
                  action={() => actions.removeMember(organisation, { teamId: team.id, personId: member.personId })}
                  done={t("takenOut", { name: member.name })}
                  onUndo={undo}
                >
                  <Icon name="x" />
                </ActionButton>
              </>
            ) : null}
          </Row>
        ))}
        {actions ? (
          <li className="px-5 py-3 phone:px-4">
            <AddMember organisation={organisation} team={team} candidates={candidates} actions={actions} undo={undo!} />
          </li>
        ) : team.members.length === 0 ? (
          <li className="px-5 py-3 text-muted-foreground">{t("nobody")}</li>
        ) : null}
      </Rows>
    </Card>
  );
}

function AddMember({
  organisation,
  team,
  candidates,
  actions,
  undo,
}: {
  organisation: string;
  team: TeamRow;
  candidates: ReadonlyArray<{ id: string; name: string }>;
  actions: TeamActions;
  undo: UndoAction;
}) {
  const t = useTranslations("people.teams");
  const forms = useTranslations("ui.forms");
  const [pending, start] = useTransition();
  const others = candidates.filter(({ id }) => !team.members.some(({ personId }) => personId === id));
  if (others.length === 0) return <p className="text-sm text-muted-foreground">{t("everybody")}</p>;
  const take = (personId: string) =>
    start(async () => {
      const result = await actions.putMember(organisation, { teamId: team.id, personId });
      if (!result.ok) return void toast.problem(result.refusal.message);
      const { undo: inverse } = result;
      const name = others.find(({ id }) => id === personId)?.name ?? "";
      toast.done(
        t("takenIn", { name }),
        inverse ? { action: { label: forms("undo"), run: () => runUndo(undo, inverse, forms("undone")) } } : undefined,
      );
    });
  return (
    <NativeSelect
      aria-label={t("takeInto", { name: team.name })}
      value=""
      disabled={pending}
      onChange={(event) => event.target.value && take(event.target.value)}
    >
      <option value="">{t("takeIn")}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
