"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { ActionResult } from "@/lib/platform/result";

type Answer = "accepted" | "tentative" | "declined";

const answers = [
  ["accepted", "accept"],
  ["tentative", "tentative"],
  ["declined", "decline"],
] as const;

/** The three buttons that a mail program shows with an invitation. */
export function InvitationAnswer({
  mailId,
  answer,
}: {
  mailId: string;
  answer: (input: { mailId: string; key: string; answer: Answer }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("mail.mailbox");
  return answers.map(([said, words]) => (
    <ActionButton
      key={said}
      size="small"
      action={() => answer({ mailId, key: crypto.randomUUID(), answer: said })}
      done={t("answeredInvitation")}
    >
      {t(words)}
    </ActionButton>
  ));
}
