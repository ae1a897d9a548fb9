"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/platform/result";

interface Fields {
  name: string;
  address: string;
}

/** Adds a calendar elsewhere. Its address is a secret, so nothing of it is kept on the device. */
export function CalendarForm({ add }: { add: (input: Fields) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations("scheduling.calendars.busy");
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/outside/calendar-schema").then((module) => module.CalendarFields)}
      defaultValues={{ name: "", address: "" }}
      action={add}
      submit={t("send")}
      done={t("added")}
      labels={{ name: t("name"), address: t("address") }}
      resetAfter
      quiet
    >
      <FormField name="name" label={t("name")} hint={t("nameHint")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="address" label={t("address")} hint={t("addressHint")}>
        <Input type="url" inputMode="url" autoComplete="off" spellCheck={false} />
      </FormField>
    </ActionForm>
  );
}
