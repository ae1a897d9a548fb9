"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormGrid } from "@/components/forms/form-field";
import type { MoneyValue } from "@/components/forms/money-input";
import { LandingFields } from "@/components/programmes/landing-fields";
import { digitsOf } from "@/components/ui/currency-digits";
import { LinkButton } from "@/components/ui/link-button";
import { landingChannels, landingKinds } from "@/lib/programmes/choices";
import type { CorrectLandingValues } from "@/lib/programmes/forms";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";
import type { EditLandingInput } from "@/lib/programmes/schemas";

/** Corrects a landing. Who writes at the same time sees both, and chooses. */
export function CorrectLandingForm({
  organisation,
  programmeId,
  values,
  currencies,
  readsPay,
  save,
}: {
  organisation: string;
  programmeId: string;
  values: CorrectLandingValues;
  currencies: readonly [string, ...string[]];
  readsPay: boolean;
  save: (organisation: string, input: z.input<typeof EditLandingInput>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.landing.correct");
  const fields = useTranslations("programmes.moves.fields");
  const kinds = useTranslations("programmes.moves.kinds");
  const channels = useTranslations("programmes.landing.channels");
  const format = useFormatter();
  const router = useRouter();
  const back = `/${organisation}/programmes/${programmeId}/landing`;
  const date = (day: unknown) => (typeof day === "string" && day ? civilDay(format, day) : "");
  const amount = (value: unknown) => {
    const { minor, currency } = value as MoneyValue;
    if (minor === null) return "";
    return format.number(minor / 10 ** digitsOf(currency), { style: "currency", currency, currencyDisplay: "code" });
  };
  const named =
    <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
    (value: unknown) => {
      const key = keys.find((one) => one === value);
      return key ? say(key) : "";
    };
  const asked = ["kind", "employer", "title", "acceptedOn", "startsOn", "channel", "source", "satisfaction", "comment"];
  return (
    <ActionForm
      schema={() => import("@/lib/programmes/forms").then((module) => module.CorrectLandingForm)}
      defaultValues={values}
      action={async (typed) => {
        const { correctLandingInput } = await import("@/lib/programmes/forms");
        return save(organisation, correctLandingInput(typed, readsPay ? values : null));
      }}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(back)}
      draft={{ form: "correct-landing", record: values.landingId }}
      labels={{
        ...Object.fromEntries(
          [...asked, ...(readsPay ? ["pay", "lastPay"] : [])].map((field) => [field, fields(field)]),
        ),
        ...{ "pay.minor": fields("pay"), "lastPay.minor": fields("lastPay") },
      }}
      inWords={{
        kind: named(landingKinds, (key) => kinds(key)),
        channel: named(landingChannels, (key) => channels(key)),
        acceptedOn: date,
        startsOn: date,
        pay: amount,
        lastPay: amount,
      }}
      cancel={
        <LinkButton href={back} variant="quiet">
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        <LandingFields currencies={currencies} readsPay={readsPay} />
      </FormGrid>
    </ActionForm>
  );
}
