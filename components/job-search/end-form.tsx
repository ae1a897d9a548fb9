"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

type Act = (organisation: string, input: never) => Promise<ActionResult<unknown>>;

export interface EndFormProps {
  organisation: string;
  opportunity: { id: string; personId: string };
  stage: "accepted" | "declined" | "closed";
  today: string;
  move: Act;
  accept: Act;
}

/** How an opportunity ends: accepted from a day on, or left with a reason. */
export function EndForm({ organisation, opportunity, stage, today, move, accept }: EndFormProps) {
  const t = useTranslations("job-search");
  const router = useRouter();
  const back = `/${organisation}/job-search/opportunity/${opportunity.id}`;
  const shared = {
    submit: t(`ends.${stage}`),
    done: t(`ended.${stage}`),
    onDone: () => router.push(stage === "accepted" ? back : `/${organisation}/job-search/${opportunity.personId}`),
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
  };
  if (stage === "accepted")
    return (
      <ActionForm
        {...shared}
        schema={() => import("@/lib/job-search/schemas").then((module) => module.AcceptOfferInput as never)}
        defaultValues={{ id: opportunity.id, acceptedOn: today, startsOn: "" }}
        action={(values) => accept(organisation, values as never)}
        labels={{ acceptedOn: t("fields.acceptedOn"), startsOn: t("fields.startsOn") }}
      >
        <FormGrid>
          {(["acceptedOn", "startsOn"] as const).map((name) => (
            <DateField key={name} name={name} label={t(`fields.${name}`)} />
          ))}
        </FormGrid>
      </ActionForm>
    );
  return (
    <ActionForm
      {...shared}
      schema={() => import("@/lib/job-search/schemas").then((module) => module.MoveOpportunityInput as never)}
      defaultValues={{ id: opportunity.id, stage, reason: "" }}
      action={(values) => move(organisation, values as never)}
      labels={{ reason: t("fields.reason") }}
    >
      <FormField name="reason" label={t("fields.reason")} hint={t("hints.reason")}>
        <Textarea rows={3} />
      </FormField>
    </ActionForm>
  );
}
