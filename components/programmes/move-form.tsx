"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import { CloseForm } from "@/components/programmes/close-form";
import { LandForm } from "@/components/programmes/land-form";
import { MoveDate, MoveFrame, TextField, type MoveFormProps } from "@/components/programmes/move-frame";
import { useToday } from "@/components/programmes/use-today";
import { NativeSelect } from "@/components/ui/native-select";

/** The form of one change of a programme. */
export function MoveForm(props: MoveFormProps) {
  const { move, programme, actions } = props;
  const { id } = programme;
  const today = useToday();
  switch (move) {
    case "activate":
      return (
        <MoveFrame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ActivateInput)}
          values={{ id, beginsOn: today }}
          action={actions.activate}
        >
          <MoveDate name="beginsOn" />
        </MoveFrame>
      );
    case "pause":
      return (
        <MoveFrame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.PauseInput)}
          values={{ id, reason: "", fromOn: today, untilOn: "" }}
          action={actions.pause}
        >
          <TextField name="reason" long />
          <MoveDate name="fromOn" hint="fromHint" />
          <MoveDate name="untilOn" hint="untilHint" />
        </MoveFrame>
      );
    case "extend":
      return (
        <MoveFrame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ExtendInput)}
          values={{ id, toOn: programme.endsOn, reason: "", agreedBy: "" }}
          action={actions.extend}
        >
          <MoveDate name="toOn" />
          <TextField name="agreedBy" />
          <TextField name="reason" long />
        </MoveFrame>
      );
    case "land":
      return <LandForm {...props} today={today} />;
    case "edit":
      return <EditForm {...props} />;
    case "hand-over":
      return <HandOverForm {...props} />;
    case "complete":
    case "expire":
    case "withdraw":
      return <CloseForm {...props} move={move} />;
    default:
      return (
        <MoveFrame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ReasonInput)}
          values={{ id, reason: "" }}
          action={actions[move]}
        >
          <TextField name="reason" long />
        </MoveFrame>
      );
  }
}

function EditForm(props: MoveFormProps) {
  const t = useTranslations("programmes.moves.fields");
  const { id, version, name: _, ...facts } = props.programme;
  return (
    <MoveFrame
      {...props}
      schema={() => import("@/lib/programmes/schemas").then((module) => module.EditProgrammeInput)}
      values={{ id, expectedVersion: version, ...facts }}
      action={props.actions.edit}
    >
      <TextField name="sponsorName" />
      <TextField name="lastRole" />
      <MoveDate name="noticeOn" />
      <MoveDate name="endsOn" />
      <FormField name="teamId" label={t("teamId")}>
        <NativeSelect>
          <option value="">{t("noTeam")}</option>
          {props.teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </MoveFrame>
  );
}

function HandOverForm(props: MoveFormProps) {
  const t = useTranslations("programmes.moves.fields");
  const suggestion = useTranslations("separations.suggestion");
  return (
    <MoveFrame
      {...props}
      schema={() => import("@/lib/programmes/schemas").then((module) => module.HandOverInput)}
      values={{ id: props.programme.id, toPersonId: props.consultants[0]?.id ?? "", note: "" }}
      action={props.actions["hand-over"]}
    >
      <FormField name="toPersonId" label={t("toPersonId")}>
        <NativeSelect>
          {props.consultants.map((person) => (
            <option key={person.id} value={person.id}>
              {suggestion("option", { name: person.name, running: person.running })}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="note" long />
    </MoveFrame>
  );
}
