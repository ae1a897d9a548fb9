"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { SuggestedConsultant } from "@/components/programmes/suggested-consultant";
import { LeaverFields, useLeaverLabels } from "@/components/sponsors/leaver-fields";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { InviteInput } from "@/lib/programmes/schemas";
import type { Colleague } from "@/lib/programmes/suggest-consultants";

export interface InviteFormProps {
  organisation: string;
  packages: ReadonlyArray<{ id: string; name: string }>;
  /** Contracts with seats left. */
  engagements: ReadonlyArray<{ id: string; reference: string; sponsorName: string; industry: string; left: number }>;
  /** The contract with which the form opens. */
  engagementId: string;
  /** Empty where the person can only take the programme themselves. */
  consultants: readonly Colleague[];
  languages: ReadonlyArray<{ value: string; label: string }>;
  me: string;
  list: string;
  invite: (organisation: string, input: InviteInput) => Promise<ActionResult<{ id: string }>>;
}

export function InviteForm({
  organisation,
  packages,
  engagements,
  engagementId,
  consultants,
  languages,
  me,
  list,
  invite,
}: InviteFormProps) {
  const t = useTranslations("programmes.invite");
  const suggestion = useTranslations("separations.suggestion");
  const leaver = useLeaverLabels();
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/programmes/schemas").then((module) => module.InviteInput)}
      defaultValues={{
        name: "",
        email: "",
        packageId: packages[0]?.id ?? "",
        consultantId: consultants.some(({ id }) => id === me) ? me : (consultants[0]?.id ?? ""),
        sponsorName: "",
        engagementId,
        lastRole: "",
        language: "",
        place: "",
        noticeOn: "",
        message: "",
      }}
      action={(values) => invite(organisation, values)}
      submit={
        <>
          <Icon name="send" />
          {t("submit")}
        </>
      }
      done={t("done")}
      onDone={({ id }) => router.push(`${list}/${id}`)}
      draft={{ form: "invite-executive", record: organisation }}
      labels={{
        ...leaver,
        ...{ packageId: t("package"), message: t("message"), engagementId: t("engagement"), sponsorName: t("sponsor") },
      }}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        <LeaverFields
          noticeHint={t("noticeHint")}
          {...(consultants.length > 0 ? { languages, languageHint: t("languageHint") } : {})}
        />
        {engagements.length > 0 ? (
          <FormField name="engagementId" label={t("engagement")} hint={t("engagementHint")} className="col-span-full">
            <NativeSelect>
              <option value="">{t("noEngagement")}</option>
              {engagements.map(({ id, reference, sponsorName, left }) => (
                <option key={id} value={id}>
                  {t("engagementOption", { sponsor: sponsorName, reference, left })}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        ) : null}
        <WithoutContract>
          <FormField name="sponsorName" label={t("sponsor")}>
            <Input autoComplete="off" />
          </FormField>
          <FormField name="packageId" label={t("package")}>
            <NativeSelect>
              {packages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        </WithoutContract>
        {consultants.length > 0 ? (
          <FormField name="consultantId" label={t("consultant")}>
            <NativeSelect>
              {consultants.map(({ id, name, running }) => (
                <option key={id} value={id}>
                  {suggestion("option", { name, running })}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        ) : null}
        <SuggestedConsultant consultants={consultants} engagements={engagements} languages={languages} />
        <FormField name="message" label={t("message")} hint={t("messageHint")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
      </FormGrid>
    </ActionForm>
  );
}

/** What a contract says by itself is asked only where there is none. */
function WithoutContract({ children }: { children: ReactNode }) {
  const engagementId: unknown = useWatch({ name: "engagementId" });
  return engagementId ? null : children;
}
