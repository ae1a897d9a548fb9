"use client";

import { useLocale, useTranslations } from "next-intl";
import { writeAmount } from "@/components/forms/amounts";
import { ControlledFormField, FormField } from "@/components/forms/form-field";
import { MoneyInput, type MoneyValue } from "@/components/forms/money-input";
import { MoveDate, TextField } from "@/components/programmes/move-frame";
import { PayCompared } from "@/components/programmes/pay-compared";
import { NativeSelect } from "@/components/ui/native-select";
import { landingChannels, landingKinds } from "@/lib/programmes/choices";

const marks = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** What is asked of a landing, when it is recorded and when it is corrected. Pay is asked of who may read it. */
export function LandingFields({
  currencies,
  payRange,
  readsPay = true,
}: {
  currencies: readonly [string, ...string[]];
  /** What the offer said where it named no single amount; in minor units. */
  payRange?: { from: number; to: number; currency: string };
  readsPay?: boolean;
}) {
  const t = useTranslations("programmes.moves");
  const locale = useLocale();
  const channels = useTranslations("programmes.landing.channels");
  const offered = ({ from, to, currency }: NonNullable<typeof payRange>) =>
    `${writeAmount(from, currency, locale)} – ${writeAmount(to, currency, locale)} ${currency}`;
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
    <>
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
      {readsPay ? (
        <>
          {pay("pay", payRange ? t("fields.payRange", { range: offered(payRange) }) : t("fields.payHint"))}
          {pay("lastPay", t("fields.lastPayHint"))}
          <PayCompared />
        </>
      ) : null}
      <FormField name="satisfaction" label={t("fields.satisfaction")} hint={t("fields.satisfactionHint")}>
        <NativeSelect>
          <option value="">{t("fields.notAsked")}</option>
          {marks.map((mark) => (
            <option key={mark}>{mark}</option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="comment" long />
    </>
  );
}
