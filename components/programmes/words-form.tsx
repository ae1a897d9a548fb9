"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

/** The few words that giving a task back, or withdrawing a signature, asks for. */
export function WordsForm({
  kind,
  save,
  close,
}: {
  kind: "giveBack" | "unsign";
  save: (words: string) => Promise<ActionResult<unknown>>;
  close: () => void;
}) {
  const t = useTranslations("programmes.signOff");
  return (
    <div className="mt-3 max-w-2xl">
      <ActionForm
        schema={() => import("@/lib/programmes/schemas").then((module) => module.WordsForm)}
        defaultValues={{ words: "" }}
        action={({ words }) => save(words)}
        submit={t(kind)}
        done={t(`done.${kind}`)}
        onDone={close}
        labels={{ words: t(`words.${kind}`) }}
        cancel={
          <Button variant="quiet" onClick={close}>
            {t("cancel")}
          </Button>
        }
      >
        <FormField name="words" label={t(`words.${kind}`)}>
          <Textarea rows={2} />
        </FormField>
      </ActionForm>
    </div>
  );
}
