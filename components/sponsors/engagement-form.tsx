"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import { MoneyInput, type MoneyValue } from "@/components/forms/money-input";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";

interface Facts {
  packageId: string;
  reference: string;
  seats: number;
  price: MoneyValue;
  fromOn: string;
  toOn: string;
}
type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<{ id: string }>>;

export interface EngagementFormProps {
  organisation: string;
  back: string;
  packages: ReadonlyArray<{ id: string; name: string }>;
  currencies: readonly string[];
  /** A new contract begins with these. */
  fresh?: Facts & { sponsorId: string };
  known?: Facts & { id: string; expectedVersion: number };
  create?: Act<Facts & { sponsorId: string }>;
  edit?: Act<Facts & { id: string; expectedVersion: number }>;
}

/** What a contract says: number, package, seats, price, days. */
export function EngagementForm({
  organisation,
  back,
  packages,
  currencies,
  fresh,
  known,
  create,
  edit,
}: EngagementFormProps) {
  const t = useTranslations("engagements");
  const router = useRouter();
  const labels = {
    ...{ reference: t("reference"), packageId: t("package"), seats: t("seats"), price: t("price") },
    ...{ "price.minor": t("price"), fromOn: t("fromOn"), toOn: t("toOn") },
  };
  const day = (name: "fromOn" | "toOn") => <DateField name={name} label={t(name)} />;
  const fields = (
    <FormGrid>
      <FormField name="reference" label={t("reference")} hint={t("referenceHint")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="packageId" label={t("package")}>
        <NativeSelect>
          {packages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="seats" label={t("seats")} numeric>
        <Input type="number" inputMode="numeric" min={1} />
      </FormField>
      <ControlledFormField
        name="price"
        label={t("price")}
        hint={t("priceHint")}
        control={({ value, onChange, onBlur }) => (
          <MoneyInput value={value as MoneyValue} onChange={onChange} onBlur={onBlur} currencies={currencies} />
        )}
      />
      {day("fromOn")}
      {day("toOn")}
    </FormGrid>
  );
  const shared = {
    ...{ labels, submit: t("save"), children: fields },
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
    onDone: ({ id }: { id: string }) => router.push(`/${organisation}/engagements/${id}`),
  };
  if (known && edit)
    return (
      <ActionForm
        schema={() => import("@/lib/sponsors/schemas").then((module) => module.EditEngagementInput)}
        defaultValues={known}
        action={(values) => edit(organisation, values)}
        done={t("saved")}
        {...shared}
      />
    );
  return (
    <ActionForm
      schema={() => import("@/lib/sponsors/schemas").then((module) => module.CreateEngagementInput)}
      defaultValues={fresh!}
      action={(values) => create!(organisation, values)}
      done={t("created")}
      {...shared}
    />
  );
}
