"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { Conflict } from "@/components/forms/conflict";
import { DateInput } from "@/components/forms/date-input";
import { ControlledFormField, FormCheckbox, FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { MoneyInput } from "@/components/forms/money-input";
import type { MoneyValue } from "@/components/forms/money-input";
import { PersonPicker } from "@/components/forms/person-picker";
import type { PersonOption } from "@/components/forms/person-picker";
import { Card } from "@/components/ui/card";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioLine } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { executives } from "./samples";
import { Part, Specimen } from "./specimen";

const Landing = z.object({
  title: z.string().min(3, "Say the new title in three letters or more."),
  accepted: z.string().min(1, "Say when the offer was accepted."),
  channel: z.string(),
  note: z.string().max(400, "Keep it below 400 letters."),
  aftercare: z.boolean(),
});

const people: PersonOption[] = executives.map((one) => ({ id: one.name, name: one.name, sub: one.role ?? undefined }));
const find = async (query: string) =>
  people.filter((one) => one.name.toLowerCase().includes(query.toLowerCase())).slice(0, 6);

/** What one types into, and what answers. */
export function FormsSection() {
  const t = useTranslations("styleguide");
  const [pay, setPay] = useState<MoneyValue>({ minor: 18_000_000, currency: "CHF" });
  const [start, setStart] = useState("2027-02-01");
  const [person, setPerson] = useState<PersonOption | null>(null);
  return (
    <Part id="forms" title={t("forms")}>
      <Specimen title={t("actionForm")}>
        <Card pad>
          <ActionForm
            schema={() => Promise.resolve(Landing)}
            defaultValues={{ title: "", accepted: "2026-11-18", channel: "second", note: "", aftercare: true }}
            draft={{ form: "styleguide-landing" }}
            labels={{ title: t("newTitle"), accepted: t("acceptedOn"), note: t("note") }}
            submit={t("recordLanding")}
            action={async (values) => {
              await new Promise((resolve) => setTimeout(resolve, 900));
              if (values.title === "COO")
                return {
                  ok: false,
                  refusal: { code: "invalid", message: t("titleTaken"), field: "title", requestId: "01JD6Q-7KX4-R2MB" },
                };
              return { ok: true, data: null };
            }}
            onDone={() =>
              toast.done(t("landingRecorded"), { action: { label: t("undo"), run: () => toast.done(t("takenBack")) } })
            }
          >
            <FormGrid>
              <FormField name="title" label={t("newTitle")} hint={t("titleHint")}>
                <Input />
              </FormField>
              <ControlledFormField
                name="accepted"
                label={t("acceptedOn")}
                control={(field) => (
                  <DateInput value={String(field.value)} onChange={field.onChange} onBlur={field.onBlur} />
                )}
              />
              <FormField name="channel" label={t("cameThrough")} hint={t("channelHint")} className="col-span-full">
                <NativeSelect>
                  <option value="second">{t("secondDegree")}</option>
                  <option value="search">{t("searchFirm")}</option>
                </NativeSelect>
              </FormField>
              <FormField name="note" label={t("note")} optional={t("optional")} className="col-span-full">
                <Textarea rows={2} />
              </FormField>
              <FormCheckbox name="aftercare" className="col-span-full">
                {t("aftercare")}
              </FormCheckbox>
            </FormGrid>
          </ActionForm>
        </Card>
      </Specimen>
      <Specimen title={t("controlsOfForms")}>
        <Card pad className="grid grid-cols-2 items-start gap-x-5 gap-y-4 phone:grid-cols-1">
          <Field label={t("startDate")}>
            <DateInput value={start} onChange={setStart} />
          </Field>
          <Field label={t("newPay")}>
            <MoneyInput value={pay} onChange={setPay} currencies={["CHF", "EUR", "USD"]} />
          </Field>
          <Field label={t("wrongPay")} error={t("letterO")}>
            <Input defaultValue="18o 000 CHF" />
          </Field>
          <Field label={t("readOnly")}>
            <Input defaultValue="Lindqvarn Logistics" readOnly />
          </Field>
          <Field label={t("executive")} className="col-span-full">
            <PersonPicker value={person} onChange={setPerson} load={find} />
          </Field>
          <Field label={t("package")} className="col-span-full">
            <Select
              defaultValue="six"
              options={[
                { value: "six", label: t("six"), hint: t("sixHint") },
                { value: "twelve", label: t("twelve"), hint: t("twelveHint") },
              ]}
            />
          </Field>
          <FieldSet legend={t("tellBy")}>
            <RadioLine name="tell" defaultChecked>
              {t("byMail")}
            </RadioLine>
            <RadioLine name="tell">{t("inApp")}</RadioLine>
          </FieldSet>
          <div className="grid gap-3">
            <CheckboxLine defaultChecked>{t("agrees")}</CheckboxLine>
            <CheckboxLine indeterminate>{t("some")}</CheckboxLine>
            <label className="flex items-center justify-between gap-3">
              {t("digest")}
              <Switch defaultChecked />
            </label>
          </div>
        </Card>
      </Specimen>
      <Specimen title={t("longForm")} wide>
        <FormSection title={t("executive")} lede={t("longFormLede")}>
          <Field label={t("name")}>
            <Input defaultValue="Ragnhild Thorvaldsen" />
          </Field>
        </FormSection>
      </Specimen>
      <Specimen title={t("twoEditors")} wide>
        <Conflict
          by="Henrik"
          at="09:10"
          lines={[
            { field: "role", label: t("targetRole"), yours: "COO, mid-size logistics", theirs: "COO or VP Operations" },
            { field: "date", label: t("signOff"), yours: "30 November", theirs: "4 December" },
          ]}
          onSave={() => toast.done(t("saved"))}
          onKeepDraft={() => toast.note(t("draftKept"))}
        />
      </Specimen>
    </Part>
  );
}
