"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

/** Cancels with a word to the host, if one likes. It cannot be taken back: the time is anybody's at once. */
export function CancelVisit({ cancel }: { cancel: (reason: string) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("booking");
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState("");
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
        if (pending) return;
        start(async () => {
          const result = await cancel(reason).catch(() => null);
          setRefused(!result ? t("notSent") : result.ok ? "" : result.refusal.message);
        });
      }}
    >
      <Field label={t("visit.reason")} optional={t("form.optional")}>
        <Textarea name="reason" rows={2} maxLength={500} />
      </Field>
      {refused ? (
        <Notice icon="octagon-alert" tone="bad" role="alert">
          <b>{refused}</b>
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="danger" aria-busy={pending || undefined}>
          {t("visit.cancel")}
        </Button>
      </div>
    </form>
  );
}
