"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { EditTypeInput } from "@/lib/scheduling/schemas";
import { MinutesField, OptionalNumber, useMinutesWords } from "./number-fields";
import { TypeHosts, type PossibleHost, type StandingGroup } from "./type-hosts";
import { TypeQuestions, TypeReminders } from "./type-lists";

export type TypeValues = z.output<typeof EditTypeInput>;

export interface TypeFormProps {
  organisation: string;
  values: TypeValues;
  /** It is not there yet. */
  isNew: boolean;
  kinds: readonly { value: string; label: string }[];
  hosts: readonly PossibleHost[];
  standing: readonly StandingGroup[];
  timeZone: string;
  actions: {
    add: (organisation: string, input: Omit<TypeValues, "id" | "expectedVersion">) => Promise<ActionResult<unknown>>;
    edit: (organisation: string, input: TypeValues) => Promise<ActionResult<unknown>>;
  };
}

const steps = [10, 15, 20, 30, 45, 60];
const buffers = [0, 5, 10, 15, 30, 60];
const notices = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080];

/** Something that can be booked: what it is, who holds it, when and where, what is asked and how it is changed. */
export function TypeForm(props: TypeFormProps) {
  const { organisation, values, isNew, kinds, hosts, standing, timeZone, actions } = props;
  const t = useTranslations("session-types.form");
  const router = useRouter();
  const say = useMinutesWords();
  const field = (key: string, hint?: boolean) => ({
    ...{ name: key, label: t(`${key}.label` as "name.label") },
    ...(hint ? { hint: t(`${key}.hint` as "capacity.hint") } : {}),
  });
  const whole = (key: string, [min, max]: readonly [number, number], hint = false) => (
    <FormField {...field(key, hint)} numeric>
      <Input type="number" inputMode="numeric" min={min} max={max} className="w-32" />
    </FormField>
  );
  const labels = Object.fromEntries(
    Object.keys(values)
      .filter((key) => key !== "id" && key !== "expectedVersion")
      .map((key) => [key, t(`${key}.label` as "name.label")]),
  );
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/scheduling/schemas").then((module) => module.EditTypeInput)}
      defaultValues={values}
      action={(typed) => {
        const { id: _, expectedVersion: __, ...fields } = typed;
        return isNew ? actions.add(organisation, fields) : actions.edit(organisation, typed);
      }}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(`/${organisation}/settings/session-types`)}
      inWords={{
        hosts: (value) =>
          (value as { personId: string }[])
            .map(({ personId }) => hosts.find(({ id }) => id === personId)?.name ?? "")
            .join(", "),
        reminders: (value) => (value as number[]).map(say).join(", "),
        questions: (value) => (value as { label: string }[]).map(({ label }) => label).join(" · "),
      }}
      labels={labels}
      draft={{ form: "session-type", record: isNew ? "new" : values.id }}
      className="max-w-4xl"
    >
      <Card pad className="grid gap-6">
        <FormSection title={t("what")} lede={t("whatLede")}>
          <FormField {...field("name")}>
            <Input autoComplete="off" />
          </FormField>
          <FormField {...field("description", true)}>
            <Textarea rows={2} />
          </FormField>
          <FormGrid>
            <FormField {...field("kind", true)}>
              <NativeSelect>
                {kinds.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
            {whole("lengthMinutes", [5, 720])}
            {whole("capacity", [1, 500], true)}
          </FormGrid>
          <FormCheckbox name="selfBooked" hint={t("selfBooked.hint")}>
            {t("selfBooked.label")}
          </FormCheckbox>
        </FormSection>
        <FormSection title={t("who")} lede={t("whoLede")}>
          <FormField {...field("hosting")}>
            <NativeSelect>
              {(["consultant", "any", "all"] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`hosting.${one}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <TypeHosts organisation={organisation} possible={hosts} standing={standing} timeZone={timeZone} />
        </FormSection>
        <FormSection title={t("when")} lede={t("whenLede")}>
          <FormGrid>
            <MinutesField {...field("stepMinutes", true)} choices={steps} />
            <MinutesField {...field("noticeMinutes")} choices={notices} />
            <MinutesField {...field("bufferBefore")} choices={buffers} />
            <MinutesField {...field("bufferAfter")} choices={buffers} />
            {whole("horizonDays", [0, 366])}
            <OptionalNumber {...field("mostPerDay", true)} most={50} />
          </FormGrid>
        </FormSection>
        <FormSection title={t("where")}>
          <FormGrid>
            <FormField {...field("placeKind")}>
              <NativeSelect>
                {(["video", "phone", "place"] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`placeKind.${one}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
            <FormField {...field("place", true)}>
              <Input autoComplete="off" />
            </FormField>
          </FormGrid>
        </FormSection>
        <FormSection title={t("reminders.label")} lede={t("reminders.hint")}>
          <TypeReminders />
        </FormSection>
        <FormSection title={t("questions.label")} lede={t("questions.hint")}>
          <TypeQuestions />
        </FormSection>
        <FormSection title={t("changing")} lede={t("changingLede")}>
          <FormGrid>
            {whole("moveNoticeHours", [0, 720])}
            {whole("cancelNoticeHours", [0, 720])}
            <FormField {...field("late")} className="col-span-full">
              <NativeSelect>
                {(["counts", "refuse"] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`late.${one}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
          </FormGrid>
        </FormSection>
      </Card>
    </ActionForm>
  );
}
