"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { CalendarName } from "@/lib/business-time/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

export interface CalendarNameFormProps {
  organisation: string;
  /** The calendar that gets another name; none for a new one. */
  calendar?: { id: string; name: string; version: number };
  add?: (organisation: string, input: z.output<typeof CalendarName>) => Promise<ActionResult<{ id: string }>>;
  rename?: (
    organisation: string,
    input: { id: string; name: string; expectedVersion: number },
  ) => Promise<ActionResult<{ id: string }>>;
}

/** What a calendar is called. A new one is opened once it is there. */
export function CalendarNameForm({ organisation, calendar, add, rename }: CalendarNameFormProps) {
  const t = useTranslations("business-time.calendars");
  const router = useRouter();
  return (
    <ActionForm
      key={calendar?.version}
      schema={() => import("@/lib/business-time/schemas").then((module) => module.EditedName)}
      defaultValues={{ name: calendar?.name ?? "", expectedVersion: calendar?.version ?? 0 }}
      action={async ({ name, expectedVersion }) =>
        calendar ? rename!(organisation, { id: calendar.id, name, expectedVersion }) : add!(organisation, { name })
      }
      submit={calendar ? t("rename") : t("add")}
      done={calendar ? t("renamed") : t("added")}
      onDone={({ id }) => (calendar ? undefined : router.push(`/${organisation}/settings/calendars/${id}`))}
      labels={{ name: t("name") }}
      quiet={Boolean(calendar)}
    >
      <FormField name="name" label={t("name")} hint={calendar ? undefined : t("nameHint")}>
        <Input autoComplete="off" />
      </FormField>
    </ActionForm>
  );
}
