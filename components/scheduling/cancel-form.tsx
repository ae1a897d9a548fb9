"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

export interface CancelFormProps {
  organisation: string;
  id: string;
  /** Where sessions are listed. */
  list: string;
  cancel: (organisation: string, input: { id: string; reason: string }) => Promise<ActionResult<unknown>>;
  /** Of a session that comes again: cancels those that follow too, or all that are to come. */
  cancelMore?:
    | ((
        organisation: string,
        input: { id: string; reason: string; scope: "following" | "all" },
      ) => Promise<ActionResult<unknown>>)
    | undefined;
}

/** Cancels a session, with the reason that the others read. */
export function CancelForm({ organisation, id, list, cancel, cancelMore }: CancelFormProps) {
  const t = useTranslations("scheduling.one");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/cancel-schema").then((module) => module.CancelForm)}
      defaultValues={{ reason: "", scope: "this" as const }}
      action={({ reason, scope }) =>
        cancelMore && scope !== "this"
          ? cancelMore(organisation, { id, reason, scope })
          : cancel(organisation, { id, reason })
      }
      submit={t("cancel")}
      done={t("cancelled")}
      onDone={() => router.push(list)}
      labels={{ reason: t("cancelReason") }}
      quiet
    >
      {cancelMore ? (
        <FormField name="scope" label={t("which")}>
          <NativeSelect>
            {(["this", "following", "all"] as const).map((scope) => (
              <option key={scope} value={scope}>
                {t(`scopes.${scope}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      <FormField name="reason" label={t("cancelReason")}>
        <Textarea rows={2} />
      </FormField>
    </ActionForm>
  );
}
