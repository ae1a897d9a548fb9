"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { mostRaters } from "@/lib/competencies/most-raters";
import type { StartRoundInput } from "@/lib/competencies/schemas";
import { relations, type Relation } from "@/lib/competencies/types";
import type { ActionResult } from "@/lib/platform/result";

const nobody = (relation: Relation) => ({ name: "", email: "", relation });

/** Whom to ask, and until when. */
export function RoundForm({
  organisation,
  programmeId,
  side,
  deadlineOn,
  here,
  ask,
}: {
  organisation: string;
  programmeId: string;
  side: "self" | "consultant";
  deadlineOn: string;
  here: string;
  ask: (organisation: string, input: StartRoundInput) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("competencies.ask");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/competencies/schemas").then((module) => module.StartRoundInput)}
      defaultValues={{
        programmeId,
        deadlineOn,
        raters: [nobody("manager"), nobody("peer"), nobody("peer"), nobody("report")],
      }}
      action={(values) => ask(organisation, values)}
      submit={
        <>
          <Icon name="send" />
          {t("submit")}
        </>
      }
      done={t("done")}
      onDone={({ id }) => router.push(`${here}/rounds/${id}`)}
      draft={{ form: "feedback-round", record: programmeId }}
      labels={{ deadlineOn: t("deadline") }}
      cancel={
        <LinkButton variant="quiet" href={here}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <Raters side={side} />
      <DateField name="deadlineOn" label={t("deadline")} hint={t("deadlineHint")} className="max-w-xs" />
    </ActionForm>
  );
}

function Raters({ side }: { side: "self" | "consultant" }) {
  const t = useTranslations("competencies.ask");
  const { fields, append, remove } = useFieldArray({ name: "raters" });
  return (
    <div className="grid gap-4">
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="grid gap-x-4 gap-y-3 border-b border-border pb-4">
          <legend className="float-start mb-1 flex w-full items-center justify-between text-sm font-semibold">
            {t("person", { number: at + 1 })}
            {fields.length > 3 ? (
              <Button variant="quiet" size="small" onClick={() => remove(at)}>
                {t("remove")}
                <span className="sr-only">{t("person", { number: at + 1 })}</span>
              </Button>
            ) : null}
          </legend>
          <div className="clear-both grid grid-cols-[1fr_1fr_180px] gap-x-4 gap-y-3 phone:grid-cols-1">
            <RaterFields prefix={`raters.${at}.`} side={side} />
          </div>
        </fieldset>
      ))}
      {fields.length < mostRaters ? (
        <div>
          <Button size="small" onClick={() => append(nobody("peer"))}>
            <Icon name="plus" size="small" />
            {t("add")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Name, address and relation of one person. */
export function RaterFields({ prefix, side }: { prefix: string; side: "self" | "consultant" }) {
  const t = useTranslations("competencies.ask");
  const relation = useTranslations("competencies.relation");
  return (
    <>
      <FormField name={`${prefix}name`} label={t("name")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name={`${prefix}email`} label={t("email")}>
        <Input type="email" inputMode="email" autoComplete="off" />
      </FormField>
      <FormField name={`${prefix}relation`} label={t("relation", { side })}>
        <NativeSelect>
          {relations.map((one) => (
            <option key={one} value={one}>
              {relation(one)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </>
  );
}
