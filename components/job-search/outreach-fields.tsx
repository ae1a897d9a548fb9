"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { outreachKinds } from "@/lib/job-search/rules/outreach-kinds";
import type { OutreachFormProps } from "./outreach-form";

/** What an entry of the log needs to be said. */
export function OutreachFields({
  organisation,
  personId,
  contactId = "",
  opportunityId = "",
  contacts,
  today,
  log,
  undo,
  close,
}: OutreachFormProps & { close: () => void }) {
  const t = useTranslations("job-search.outreach");
  const cancel = useTranslations("job-search");
  return (
    <Card pad>
      <ActionForm
        schema={() => import("@/lib/job-search/schemas").then((module) => module.LogOutreachInput as never)}
        defaultValues={{ personId, contactId, opportunityId, kind: "call", on: today, note: "", followUpOn: "" }}
        action={(values) => log(organisation, values as never)}
        submit={t("save")}
        done={t("saved")}
        onUndo={(undone) => undo(organisation, undone)}
        onDone={close}
        resetAfter
        quiet
        draft={{ form: "outreach", record: contactId || opportunityId || personId }}
        labels={{
          contactId: t("contact"),
          kind: t("kind"),
          on: t("on"),
          note: t("note"),
          followUpOn: t("followUpOn"),
        }}
        cancel={
          <Button variant="quiet" onClick={close}>
            {cancel("cancel")}
          </Button>
        }
      >
        <FormGrid>
          {contacts ? (
            <FormField name="contactId" label={t("contact")} className="col-span-full">
              <NativeSelect>
                <option value="">{t("choose")}</option>
                {contacts.map(({ id, name, companyName }) => (
                  <option key={id} value={id}>
                    {[name, companyName].filter(Boolean).join(", ")}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
          ) : null}
          <FormField name="kind" label={t("kind")}>
            <NativeSelect>
              {outreachKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <DateField name="on" label={t("on")} />
          <FormField name="note" label={t("note")} className="col-span-full">
            <Textarea rows={3} />
          </FormField>
          <DateField name="followUpOn" label={t("followUpOn")} hint={t("followUpHint")} />
        </FormGrid>
      </ActionForm>
    </Card>
  );
}
