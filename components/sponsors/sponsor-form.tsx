"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";

interface Facts {
  name: string;
  industry: string;
  place: string;
}
type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<{ id: string }>>;

export interface SponsorFormProps {
  organisation: string;
  /** Where one came from. */
  back: string;
  known?: Facts & { id: string; expectedVersion: number };
  create?: Act<Facts>;
  edit?: Act<Facts & { id: string; expectedVersion: number }>;
}

/** Name, industry and place of a company. */
export function SponsorForm({ organisation, back, known, create, edit }: SponsorFormProps) {
  const t = useTranslations("sponsors");
  const router = useRouter();
  const labels = { name: t("name"), industry: t("industry"), place: t("place") };
  const cancel = (
    <LinkButton variant="quiet" href={back}>
      {t("cancel")}
    </LinkButton>
  );
  const fields = (
    <FormGrid>
      <FormField name="name" label={t("name")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormField name="industry" label={t("industry")} hint={t("industryHint")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="place" label={t("place")}>
        <Input autoComplete="off" />
      </FormField>
    </FormGrid>
  );
  const shared = { labels, cancel, submit: t("save"), children: fields };
  const open = ({ id }: { id: string }) => router.push(`/${organisation}/sponsors/${id}`);
  if (known && edit)
    return (
      <ActionForm
        schema={() => import("@/lib/sponsors/schemas").then((module) => module.EditSponsorInput)}
        defaultValues={known}
        action={(values) => edit(organisation, values)}
        done={t("saved")}
        onDone={open}
        draft={{ form: "sponsor", record: known.id }}
        {...shared}
      />
    );
  return (
    <ActionForm
      schema={() => import("@/lib/sponsors/schemas").then((module) => module.CreateSponsorInput)}
      defaultValues={{ name: "", industry: "", place: "" }}
      action={(values) => create!(organisation, values)}
      done={t("created")}
      onDone={open}
      draft={{ form: "sponsor", record: "new" }}
      {...shared}
    />
  );
}
