"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { DateInput } from "@/components/forms/date-input";
import type { LateSchema } from "@/components/forms/late-schema";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type {
  ActivateInput,
  EditProgrammeInput,
  ExtendInput,
  HandOverInput,
  LandInput,
  LandingKind,
  PauseInput,
  ReasonInput,
} from "@/lib/programmes/schemas";

/** Written out, so that the page does not bring the checker for the words of a list. */
const landingKinds: ReadonlyArray<z.infer<typeof LandingKind>> = [
  "employed",
  "self-employed",
  "portfolio",
  "study",
  "retired",
];

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface MoveForms {
  activate: Act<z.input<typeof ActivateInput>>;
  pause: Act<z.input<typeof PauseInput>>;
  land: Act<z.input<typeof LandInput>>;
  complete: Act<z.input<typeof ReasonInput>>;
  expire: Act<z.input<typeof ReasonInput>>;
  withdraw: Act<z.input<typeof ReasonInput>>;
  reopen: Act<z.input<typeof ReasonInput>>;
  extend: Act<z.input<typeof ExtendInput>>;
  edit: Act<z.input<typeof EditProgrammeInput>>;
  "hand-over": Act<z.input<typeof HandOverInput>>;
}

export interface MoveFormProps {
  organisation: string;
  move: keyof MoveForms;
  programme: {
    id: string;
    version: number;
    name: string;
    sponsorName: string;
    lastRole: string;
    noticeOn: string;
    endsOn: string;
    teamId: string;
  };
  consultants: ReadonlyArray<{ id: string; name: string; running: number }>;
  teams: ReadonlyArray<{ id: string; name: string }>;
  actions: MoveForms;
  /** The offer that the executive accepted: what a landing begins with. */
  accepted?: { employer: string; title: string; acceptedOn: string; startsOn: string; source: string };
}

/** The form of one change of a programme. */
export function MoveForm(props: MoveFormProps) {
  const { move, programme, actions } = props;
  const { id } = programme;
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: useTimeZone() });
  switch (move) {
    case "activate":
      return (
        <Frame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ActivateInput)}
          values={{ id, beginsOn: today }}
          action={actions.activate}
        >
          <DateField name="beginsOn" />
        </Frame>
      );
    case "pause":
      return (
        <Frame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.PauseInput)}
          values={{ id, reason: "", fromOn: today, untilOn: "" }}
          action={actions.pause}
        >
          <TextField name="reason" long />
          <DateField name="fromOn" hint="fromHint" />
          <DateField name="untilOn" hint="untilHint" />
        </Frame>
      );
    case "extend":
      return (
        <Frame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ExtendInput)}
          values={{ id, toOn: programme.endsOn, reason: "", agreedBy: "" }}
          action={actions.extend}
        >
          <DateField name="toOn" />
          <TextField name="agreedBy" />
          <TextField name="reason" long />
        </Frame>
      );
    case "land":
      return <LandForm {...props} today={today} />;
    case "edit":
      return <EditForm {...props} />;
    case "hand-over":
      return <HandOverForm {...props} />;
    default:
      return (
        <Frame
          {...props}
          schema={() => import("@/lib/programmes/schemas").then((module) => module.ReasonInput)}
          values={{ id, reason: "" }}
          action={actions[move]}
        >
          <TextField name="reason" long />
        </Frame>
      );
  }
}

function LandForm(props: MoveFormProps & { today: string }) {
  const t = useTranslations("programmes.moves");
  const values = {
    id: props.programme.id,
    kind: "employed" as const,
    employer: "",
    title: "",
    acceptedOn: props.today,
    startsOn: "",
    source: "",
    comment: "",
    ...props.accepted,
  };
  return (
    <Frame
      {...props}
      schema={() => import("@/lib/programmes/schemas").then((module) => module.LandInput)}
      values={values}
      action={props.actions.land}
    >
      <FormField name="kind" label={t("fields.kind")} className="col-span-full">
        <NativeSelect>
          {landingKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="employer" />
      <TextField name="title" />
      <DateField name="acceptedOn" />
      <DateField name="startsOn" />
      <TextField name="source" />
      <TextField name="comment" long />
    </Frame>
  );
}

function EditForm(props: MoveFormProps) {
  const t = useTranslations("programmes.moves.fields");
  const { id, version, name: _, ...facts } = props.programme;
  return (
    <Frame
      {...props}
      schema={() => import("@/lib/programmes/schemas").then((module) => module.EditProgrammeInput)}
      values={{ id, expectedVersion: version, ...facts }}
      action={props.actions.edit}
    >
      <TextField name="sponsorName" />
      <TextField name="lastRole" />
      <DateField name="noticeOn" />
      <DateField name="endsOn" />
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
    </Frame>
  );
}

function HandOverForm(props: MoveFormProps) {
  const t = useTranslations("programmes.moves.fields");
  return (
    <Frame
      {...props}
      schema={() => import("@/lib/programmes/schemas").then((module) => module.HandOverInput)}
      values={{ id: props.programme.id, toPersonId: props.consultants[0]?.id ?? "", note: "" }}
      action={props.actions["hand-over"]}
    >
      <FormField name="toPersonId" label={t("toPersonId")}>
        <NativeSelect>
          {props.consultants.map((person) => (
            <option key={person.id} value={person.id}>{`${person.name} · ${person.running}`}</option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="note" long />
    </Frame>
  );
}

function Frame<Values extends FieldValues>({
  organisation,
  move,
  programme,
  schema,
  values,
  action,
  children,
}: MoveFormProps & {
  schema: LateSchema<Values>;
  values: Values;
  action: Act<Values>;
  children: ReactNode;
}) {
  const t = useTranslations("programmes.moves");
  const router = useRouter();
  const key = move === "hand-over" ? "handOver" : move;
  const back = `/${organisation}/programmes/${programme.id}`;
  const fields = ["reason", "employer", "title", "sponsorName", "lastRole", "noticeOn", "endsOn", "teamId"];
  return (
    <ActionForm
      schema={schema}
      defaultValues={values as never}
      action={(typed) => action(organisation, typed)}
      submit={t(key)}
      done={t(`done.${key}`)}
      onDone={() => router.push(move === "hand-over" ? `/${organisation}/programmes` : back)}
      draft={{ form: `programme-${move}`, record: programme.id }}
      labels={Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)]))}
      cancel={
        <Button asChild variant="quiet">
          <Link href={back}>{t("cancel")}</Link>
        </Button>
      }
    >
      <FormGrid>{children}</FormGrid>
    </ActionForm>
  );
}

function TextField({ name, long = false }: { name: string; long?: boolean }) {
  const t = useTranslations("programmes.moves.fields");
  return (
    <FormField name={name} label={t(name)} className={long ? "col-span-full" : undefined}>
      {long ? <Textarea rows={4} /> : <Input autoComplete="off" />}
    </FormField>
  );
}

function DateField({ name, hint }: { name: string; hint?: string }) {
  const t = useTranslations("programmes.moves.fields");
  return (
    <ControlledFormField
      name={name}
      label={t(name)}
      hint={hint ? t(hint) : undefined}
      control={({ value, onChange, onBlur }) => (
        <DateInput value={String(value ?? "")} onChange={onChange} onBlur={onBlur} />
      )}
    />
  );
}
