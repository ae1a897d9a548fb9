"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { writeAmount } from "@/components/forms/amounts";
import { DateField } from "@/components/forms/date-field";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import { MoneyInput, type MoneyValue } from "@/components/forms/money-input";
import type { offeredPay } from "@/components/job-search/pay";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { AcceptOfferValues } from "@/lib/job-search/schemas";
import type { ActionResult } from "@/lib/platform/result";

type Act = (organisation: string, input: never) => Promise<ActionResult<unknown>>;

export interface EndFormProps {
  organisation: string;
  opportunity: { id: string; personId: string };
  stage: "accepted" | "declined" | "closed";
  today: string;
  /** What the offer says of pay, and in which currencies one may be paid: asked of who accepts. */
  offered: ReturnType<typeof offeredPay>;
  currencies: readonly [string, ...string[]];
  move: Act;
  accept: Act;
}

/** How an opportunity ends: accepted from a day on, or left with a reason. */
export function EndForm({ organisation, opportunity, stage, today, offered, currencies, move, accept }: EndFormProps) {
  const t = useTranslations("job-search");
  const locale = useLocale();
  const router = useRouter();
  const back = `/${organisation}/job-search/opportunity/${opportunity.id}`;
  const shared = {
    submit: t(`ends.${stage}`),
    done: t(`ended.${stage}`),
    onDone: () => router.push(stage === "accepted" ? back : `/${organisation}/job-search/${opportunity.personId}`),
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
  };
  if (stage === "accepted")
    return (
      <ActionForm
        {...shared}
        schema={() => import("@/lib/job-search/schemas").then((module) => module.AcceptOfferForm)}
        defaultValues={{
          ...{ id: opportunity.id, acceptedOn: today, startsOn: "" },
          pay: offered.pay ?? { minor: null, currency: currencies[0] },
        }}
        action={async (values: AcceptOfferValues) => {
          const { acceptInput } = await import("@/lib/job-search/schemas");
          return accept(organisation, acceptInput(values) as never);
        }}
        labels={{
          acceptedOn: t("fields.acceptedOn"),
          startsOn: t("fields.startsOn"),
          "pay.minor": t("fields.agreedPay"),
        }}
      >
        <FormGrid>
          {(["acceptedOn", "startsOn"] as const).map((name) => (
            <DateField key={name} name={name} label={t(`fields.${name}`)} />
          ))}
          <ControlledFormField
            name="pay"
            label={t("fields.agreedPay")}
            hint={
              offered.payRange
                ? t("hints.agreedPayInRange", {
                    from: writeAmount(offered.payRange.from, offered.payRange.currency, locale),
                    to: writeAmount(offered.payRange.to, offered.payRange.currency, locale),
                    currency: offered.payRange.currency,
                  })
                : t("hints.agreedPay")
            }
            control={({ value, onChange, onBlur }) => (
              <MoneyInput value={value as MoneyValue} onChange={onChange} onBlur={onBlur} currencies={currencies} />
            )}
          />
        </FormGrid>
      </ActionForm>
    );
  return (
    <ActionForm
      {...shared}
      schema={() => import("@/lib/job-search/schemas").then((module) => module.MoveOpportunityInput as never)}
      defaultValues={{ id: opportunity.id, stage, reason: "" }}
      action={(values) => move(organisation, values as never)}
      labels={{ reason: t("fields.reason") }}
    >
      <FormField name="reason" label={t("fields.reason")} hint={t("hints.reason")}>
        <Textarea rows={3} />
      </FormField>
    </ActionForm>
  );
}
