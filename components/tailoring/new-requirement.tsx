"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { RequirementForm, type RequirementFormProps } from "@/components/tailoring/requirement-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

const Dropzone = dynamic(() => import("@/components/files/dropzone").then((module) => module.Dropzone), {
  ssr: false,
  loading: () => <Skeleton className="h-40 w-full" />,
});

type Values = RequirementFormProps["values"];
type Read = Pick<Values, "source" | "sourceFileId"> & {
  values: Omit<Values, "source" | "sourceFileId">;
  key: string;
};

export interface NewRequirementProps extends Omit<RequirementFormProps, "known" | "edit" | "draft"> {
  read: (organisation: string, input: { text?: string; fileId?: string }) => Promise<ActionResult<Read>>;
}

const largest = 10 * 1024 * 1024;

/** A new requirement: a mail is pasted or a file dropped, and what it says is checked; or all of it is typed. */
export function NewRequirement({ read, ...form }: NewRequirementProps) {
  const t = useTranslations("tailoring.readForm");
  const [found, setFound] = useState<Read | "typed" | null>(null);
  const { organisation } = form;
  const readFile = async (data: unknown) => {
    const result = await read(organisation, { fileId: (data as { fileId: string }).fileId }).catch(() => null);
    if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notRead"));
    setFound(result.data);
  };
  if (found)
    return (
      <>
        {found === "typed" ? null : (
          <Notice
            icon="list-checks"
            className="mb-4 max-w-4xl"
            action={
              <Button size="small" onClick={() => setFound(null)}>
                {t("again")}
              </Button>
            }
          >
            <b>{t("check")}</b> {t("checkText", { skills: found.values.skills.length })}
          </Notice>
        )}
        <Card pad className="max-w-4xl">
          <RequirementForm
            {...form}
            {...(found === "typed"
              ? {}
              : {
                  values: { ...found.values, source: found.source, sourceFileId: found.sourceFileId },
                  draft: `read-${found.key}`,
                })}
          />
        </Card>
      </>
    );
  return (
    <Card pad className="grid max-w-3xl gap-6">
      <ActionForm
        schema={() => import("@/lib/tailoring/requirements/schemas").then((module) => module.ReadMailInput)}
        defaultValues={{ text: "" }}
        action={(values) => read(organisation, values)}
        submit={t("read")}
        onDone={setFound}
        draft={{ form: "requirement", record: "mail" }}
        labels={{ text: t("mail") }}
        cancel={
          <Button variant="quiet" onClick={() => setFound("typed")}>
            <Icon name="pencil-line" />
            {t("type")}
          </Button>
        }
      >
        <FormField name="text" label={t("mail")} hint={t("mailHint")}>
          <Textarea rows={8} />
        </FormField>
      </ActionForm>
      <Dropzone
        url={`/api/files/${organisation}`}
        title={t("drop")}
        hint={t("dropHint")}
        accept=".docx,.pdf,.txt"
        maxSize={largest}
        onUploaded={(data) => void readFile(data)}
      />
    </Card>
  );
}
