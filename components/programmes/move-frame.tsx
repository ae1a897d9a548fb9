"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import type { LateSchema } from "@/components/forms/late-schema";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type {
  ActivateInput,
  CloseInput,
  EditProgrammeInput,
  ExtendInput,
  HandOverInput,
  LandInput,
  PauseInput,
  ReasonInput,
} from "@/lib/programmes/schemas";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface MoveForms {
  activate: Act<z.input<typeof ActivateInput>>;
  pause: Act<z.input<typeof PauseInput>>;
  land: Act<z.input<typeof LandInput>>;
  complete: Act<z.input<typeof CloseInput>>;
  expire: Act<z.input<typeof CloseInput>>;
  withdraw: Act<z.input<typeof CloseInput>>;
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
  /** Which ones an amount may have, the organisation's first. */
  currencies: readonly [string, ...string[]];
  /** The offer that the executive accepted: what a landing begins with. */
  accepted?: {
    employer: string;
    title: string;
    acceptedOn: string;
    startsOn: string;
    source: string;
    pay?: { minor: number; currency: string };
    /** What the offer said where it named no single amount. */
    payRange?: { from: number; to: number; currency: string };
  };
}

/** What the forms of all changes share: where they lead, what is said when it is done, the draft. */
export function MoveFrame<Values extends FieldValues>({
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
      labels={{
        ...Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)])),
        reasonKey: t("fields.reason"),
        "pay.minor": t("fields.pay"),
        "lastPay.minor": t("fields.lastPay"),
      }}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>{children}</FormGrid>
    </ActionForm>
  );
}

/** Words, in one line or in several. */
export function TextField({ name, label = name, long = false }: { name: string; label?: string; long?: boolean }) {
  const t = useTranslations("programmes.moves.fields");
  return (
    <FormField name={name} label={t(label)} className={long ? "col-span-full" : undefined}>
      {long ? <Textarea rows={4} /> : <Input autoComplete="off" />}
    </FormField>
  );
}

/** A civil date. */
export function MoveDate({ name, hint }: { name: string; hint?: string }) {
  const t = useTranslations("programmes.moves.fields");
  return <DateField name={name} label={t(name)} hint={hint ? t(hint) : undefined} />;
}
