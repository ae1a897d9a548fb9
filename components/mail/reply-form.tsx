"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

/** Answers a mail as the one who got it. `replyKey` is made with the page, so that pressing twice answers once. */
export function ReplyForm({
  mailId,
  replyKey,
  name,
  reply,
}: {
  mailId: string;
  replyKey: string;
  /** As whom. */
  name: string;
  reply: (input: { mailId: string; key: string; text: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("mail.mailbox");
  return (
    <ActionForm
      schema={() => import("@/lib/mail/reply-schema").then((module) => module.ReplyText)}
      defaultValues={{ text: "" }}
      action={({ text }) => reply({ mailId, key: replyKey, text })}
      submit={t("sendAnswer")}
      done={t("answered")}
      labels={{ text: t("answer") }}
      draft={{ form: "mail.reply", record: mailId }}
      resetAfter
    >
      <FormField name="text" label={t("answerAs", { name })}>
        <Textarea rows={4} />
      </FormField>
    </ActionForm>
  );
}
