"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import type { PartFormProps } from "@/components/resumes/profile-part";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { sectionKinds } from "@/lib/resumes/schemas";

const positionFields = ["title", "employer", "starts", "ends"] as const;
export type PositionValues = Record<(typeof positionFields)[number], string>;

export interface SectionValues {
  kind: (typeof sectionKinds)[number];
  title: string;
  body: string;
}

/** A position that one held: what, where, from when to when. */
export function PositionForm({ known, values, save, close, ...form }: PartFormProps & { values: PositionValues }) {
  const t = useTranslations("resumes.hand");
  const fields = useTranslations("resumes.offer.roleFields");
  return (
    <ActionForm
      {...form}
      schema={() =>
        import("@/lib/resumes/schemas").then(
          (module) => ("id" in known ? module.EditPositionInput : module.AddPositionInput) as never,
        )
      }
      defaultValues={{ ...known, ...values }}
      action={save}
      onDone={close}
      draft={draftOf("position", known)}
      labels={Object.fromEntries(positionFields.map((field) => [field, fields(field)]))}
      cancel={<Cancel close={close} />}
    >
      <FormGrid>
        {positionFields.map((field) => (
          <FormField key={field} name={field} label={fields(field)} hint={field === "ends" ? t("dates") : undefined}>
            <Input autoComplete="off" />
          </FormField>
        ))}
      </FormGrid>
    </ActionForm>
  );
}

/** A part of the profile in one's own words. */
export function SectionForm({ known, values, save, close, ...form }: PartFormProps & { values: SectionValues }) {
  const t = useTranslations("resumes.hand");
  const kinds = useTranslations("resumes.offer.fields");
  return (
    <ActionForm
      {...form}
      schema={() =>
        import("@/lib/resumes/schemas").then(
          (module) => ("id" in known ? module.EditSectionInput : module.AddSectionInput) as never,
        )
      }
      defaultValues={{ ...known, ...values }}
      action={save}
      onDone={close}
      draft={draftOf("section", known)}
      labels={{ kind: t("kind"), title: t("heading"), body: t("body") }}
      cancel={<Cancel close={close} />}
    >
      <FormGrid>
        <FormField name="kind" label={t("kind")}>
          <NativeSelect>
            {sectionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField name="title" label={t("heading")} hint={t("headingHint")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="body" label={t("body")} className="col-span-full">
          <Textarea rows={5} />
        </FormField>
      </FormGrid>
    </ActionForm>
  );
}

function Cancel({ close }: { close: () => void }) {
  const t = useTranslations("resumes.hand");
  return (
    <Button variant="quiet" onClick={close}>
      {t("cancel")}
    </Button>
  );
}

const draftOf = (part: string, known: PartFormProps["known"]) => ({
  form: `profile-${part}`,
  record: "id" in known ? known.id : known.personId,
});
