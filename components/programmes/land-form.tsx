"use client";

import { useTranslations } from "next-intl";
import { ControlledFormField, FormField } from "@/components/forms/form-field";
import { MoneyInput, type MoneyValue } from "@/components/forms/money-input";
import { MoveDate, MoveFrame, TextField, type MoveFormProps } from "@/components/programmes/move-frame";
import { NativeSelect } from "@/components/ui/native-select";
import { landingChannels, landingKinds } from "@/lib/programmes/choices";
import type { LandFormValues } from "@/lib/programmes/forms";

const marks = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** The form of a landing. What is not known on its day stays empty. */
export function LandForm(props: MoveFormProps & { today: string }) {
  const t = useTranslations("programmes.moves");
  const channels = useTranslations("programmes.landing.channels");
  const { currencies } = props;
  const noPay = { minor: null, currency: currencies[0] };
  const values: LandFormValues = {
    id: props.programme.id,
    kind: "employed",
    employer: "",
    title: "",
    acceptedOn: props.today,
    startsOn: "",
    channel: "",
    source: "",
    pay: noPay,
    lastPay: noPay,
    satisfaction: "",
    comment: "",
    ...props.accepted,
  };
  const pay = (name: "pay" | "lastPay", hint: string) => (
    <ControlledFormField
      name={name}
      label={t(`fields.${name}`)}
      hint={hint}
      control={({ value, onChange, onBlur }) => (
        <MoneyInput value={value as MoneyValue} onChange={onChange} onBlur={onBlur} currencies={currencies} />
      )}
    />
  );
  return (
    <MoveFrame
      {...props}
      schema={() => import("@/lib/programmes/forms").then((module) => module.LandForm)}
      values={values}
      action={async (organisation, typed) => {
        const { landInput } = await import("@/lib/programmes/forms");
        return props.actions.land(organisation, landInput(typed));
      }}
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
      <MoveDate name="acceptedOn" />
      <MoveDate name="startsOn" />
      <FormField name="channel" label={t("fields.channel")}>
        <NativeSelect>
          <option value="">{t("fields.notKnown")}</option>
          {landingChannels.map((channel) => (
            <option key={channel} value={channel}>
              {channels(channel)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="source" />
      {pay("pay", t("fields.payHint"))}
      {pay("lastPay", t("fields.lastPayHint"))}
      <FormField name="satisfaction" label={t("fields.satisfaction")} hint={t("fields.satisfactionHint")}>
        <NativeSelect>
          <option value="">{t("fields.notAsked")}</option>
          {marks.map((mark) => (
            <option key={mark}>{mark}</option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="comment" long />
    </MoveFrame>
  );
}
