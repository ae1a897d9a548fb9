"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { CreatePackageInput, EditPackageInput } from "@/lib/packages/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

export interface PackageFormProps {
  organisation: string;
  /** The package as it stands; absent for a new one. */
  known?: {
    id: string;
    version: number;
    name: string;
    description: string;
    months: number;
    endsBy: "time" | "landing";
  };
  create?: (organisation: string, input: z.input<typeof CreatePackageInput>) => Promise<ActionResult<unknown>>;
  edit?: (organisation: string, input: z.input<typeof EditPackageInput>) => Promise<ActionResult<unknown>>;
}

/** Name, length and end of a package. */
export function PackageForm({ organisation, known, create, edit }: PackageFormProps) {
  const t = useTranslations("packages");
  const router = useRouter();
  const back = `/${organisation}/packages`;
  const labels = { name: t("name"), description: t("description"), months: t("months"), endsBy: t("endsBy") };
  const fields = (
    <FormGrid>
      <FormField name="name" label={t("name")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormField name="months" label={t("months")} numeric>
        <Input type="number" inputMode="numeric" min={1} max={60} />
      </FormField>
      <FormField name="endsBy" label={t("endsBy")}>
        <NativeSelect>
          <option value="landing">{t("ends.landing")}</option>
          <option value="time">{t("ends.time")}</option>
        </NativeSelect>
      </FormField>
      <FormField name="description" label={t("description")} className="col-span-full">
        <Textarea rows={3} />
      </FormField>
    </FormGrid>
  );
  const cancel = (
    <LinkButton variant="quiet" href={back}>
      {t("cancel")}
    </LinkButton>
  );
  if (known && edit) {
    const { id, version, ...values } = known;
    return (
      <ActionForm
        schema={() => import("@/lib/packages/schemas").then((module) => module.EditPackageInput)}
        defaultValues={{ id, expectedVersion: version, ...values }}
        action={(typed) => edit(organisation, typed)}
        submit={t("save")}
        done={t("saved")}
        labels={labels}
        draft={{ form: "package", record: id }}
      >
        {fields}
      </ActionForm>
    );
  }
  return (
    <ActionForm
      schema={() => import("@/lib/packages/schemas").then((module) => module.CreatePackageInput)}
      defaultValues={{ name: "", description: "", months: 6, endsBy: "landing" as "time" | "landing" }}
      action={(typed) => create!(organisation, typed)}
      submit={t("create")}
      done={t("created")}
      onDone={(made) => router.push(`${back}/${(made as { id: string }).id}`)}
      labels={labels}
      draft={{ form: "package", record: "new" }}
      cancel={cancel}
    >
      {fields}
    </ActionForm>
  );
}
