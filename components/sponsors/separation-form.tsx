"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";

interface Facts {
  engagementId: string;
  name: string;
  handOverOn: string;
  place: string;
  onSite: boolean;
  onSitePersonId?: string;
  onSiteHours: string;
}
type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<{ id: string }>>;

export interface SeparationFormProps {
  organisation: string;
  back: string;
  engagements: ReadonlyArray<{ id: string; reference: string; sponsorName: string; left: number }>;
  consultants: ReadonlyArray<{ id: string; name: string }>;
  fresh: Facts;
  known?: { id: string; expectedVersion: number };
  create?: Act<Facts>;
  edit?: Act<Facts & { id: string; expectedVersion: number }>;
}

/** A day on which many people are told: contract, day, place, and who of the firm is there. */
export function SeparationForm({
  organisation,
  back,
  engagements,
  consultants,
  fresh,
  known,
  create,
  edit,
}: SeparationFormProps) {
  const t = useTranslations("separations");
  const router = useRouter();
  const labels = {
    ...{ name: t("name"), engagementId: t("engagement"), handOverOn: t("handOverOn"), place: t("place") },
    ...{ onSite: t("onSite"), onSitePersonId: t("onSitePerson"), onSiteHours: t("onSiteHours") },
  };
  const fields = (
    <FormGrid>
      <FormField name="name" label={t("name")} hint={t("nameHint")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormField name="engagementId" label={t("engagement")}>
        <NativeSelect>
          {engagements.map(({ id, reference, sponsorName, left }) => (
            <option key={id} value={id}>
              {t("engagementOption", { sponsor: sponsorName, reference, left })}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <DateField name="handOverOn" label={t("handOverOn")} />
      <FormField name="place" label={t("place")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormCheckbox name="onSite" hint={t("onSiteHint")} className="col-span-full">
        {t("onSite")}
      </FormCheckbox>
      <FormField name="onSitePersonId" label={t("onSitePerson")}>
        <NativeSelect>
          <option value="">{t("nobodyYet")}</option>
          {consultants.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="onSiteHours" label={t("onSiteHours")} hint={t("onSiteHoursHint")}>
        <Input autoComplete="off" />
      </FormField>
    </FormGrid>
  );
  const shared = {
    ...{ labels, submit: t("save"), children: fields },
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
    onDone: ({ id }: { id: string }) => router.push(`/${organisation}/separations/${id}`),
  };
  if (known && edit)
    return (
      <ActionForm
        schema={() => import("@/lib/sponsors/schemas").then((module) => module.EditSeparationInput)}
        defaultValues={{ ...known, ...fresh }}
        action={(values) => edit(organisation, values)}
        done={t("saved")}
        {...shared}
      />
    );
  return (
    <ActionForm
      schema={() => import("@/lib/sponsors/schemas").then((module) => module.CreateSeparationInput)}
      defaultValues={fresh}
      action={(values) => create!(organisation, values)}
      done={t("created")}
      {...shared}
    />
  );
}
