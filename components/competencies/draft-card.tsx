"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Card } from "@/components/ui/card";
import { Textarea } from "@/components/ui/textarea";
import type { PublishInput } from "@/lib/competencies/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

/** What becomes of a draft: published, or thrown away. */
export function DraftCard({
  organisation,
  id,
  list,
  publish,
  discard,
}: {
  organisation: string;
  id: string;
  list: string;
  publish: (organisation: string, input: z.input<typeof PublishInput>) => Promise<ActionResult<unknown>>;
  discard: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("competencies.framework");
  const router = useRouter();
  return (
    <Card pad>
      <p className="mb-4 text-sm text-muted-foreground">{t("publishText")}</p>
      <ActionForm
        schema={() => import("@/lib/competencies/schemas").then((module) => module.PublishInput)}
        defaultValues={{ id, changes: "" }}
        action={(values) => publish(organisation, values)}
        submit={t("publish")}
        done={t("published")}
        onDone={() => router.push(list)}
        labels={{ changes: t("changesLabel") }}
        cancel={
          <ActionButton
            variant="quiet"
            action={() => discard(organisation, { id })}
            done={t("discarded")}
            onDone={() => router.push(list)}
          >
            {t("discard")}
          </ActionButton>
        }
      >
        <FormField name="changes" label={t("changesLabel")}>
          <Textarea rows={3} />
        </FormField>
      </ActionForm>
    </Card>
  );
}
