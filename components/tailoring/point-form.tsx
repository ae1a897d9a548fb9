"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { PointFields } from "@/components/tailoring/point-fields";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { EditPointInput } from "@/lib/tailoring/library/schemas";

type Edit = z.input<typeof EditPointInput>;

export interface PointFormProps {
  organisation: string;
  values: Edit;
  teams: ReadonlyArray<{ id: string; name: string }>;
  edit: (organisation: string, input: Edit) => Promise<ActionResult<{ id: string }>>;
}

/** One point of the library: technology, words, tags, team. */
export function PointForm({ organisation, values, teams, edit }: PointFormProps) {
  const t = useTranslations("tailoring.pointForm");
  const router = useRouter();
  const list = `/${organisation}/points`;
  return (
    <ActionForm
      schema={() => import("@/lib/tailoring/library/schemas").then((module) => module.EditPointInput)}
      defaultValues={values}
      action={(typed) => edit(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(list)}
      draft={{ form: "point", record: values.id }}
      labels={{
        ...{ technology: t("fields.technology"), text: t("fields.point") },
        ...{ tags: t("fields.tags"), teamId: t("fields.teamId") },
      }}
      inWords={{ tags: (tags) => (tags as string[]).join(", ") }}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormField name="technology" label={t("fields.technology")}>
        <Input autoComplete="off" autoCapitalize="off" />
      </FormField>
      <FormField name="text" label={t("fields.point")}>
        <Textarea rows={4} />
      </FormField>
      <PointFields teams={teams} />
    </ActionForm>
  );
}
