"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { DefaultValues } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { ControlledFormField, FormField } from "@/components/forms/form-field";
import type { LateSchema } from "@/components/forms/late-schema";
import { ListInput } from "@/components/forms/list-input";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

interface Technology {
  name: string;
  aliases: string[];
  since: string;
}

interface Saved {
  name?: string;
  points: number;
  skills: number;
}

export interface TechnologyFormProps<Values extends Technology> {
  organisation: string;
  /** With id and version where one is changed. */
  values: Values;
  save: (organisation: string, input: Values) => Promise<ActionResult<Saved>>;
}

/** One technology: its name, what it is called besides, and since when there is any. */
export function TechnologyForm<Values extends Technology>({ organisation, values, save }: TechnologyFormProps<Values>) {
  const t = useTranslations("tailoring.technologyForm");
  const router = useRouter();
  const id = "id" in values ? String(values.id) : null;
  const list = `/${organisation}/points/technologies`;
  return (
    <ActionForm
      schema={() =>
        import("@/lib/tailoring/own-technologies/schemas").then((module) =>
          id ? module.EditTechnologyInput : module.AddTechnologyInput,
        ) as ReturnType<LateSchema<Values>>
      }
      defaultValues={values as DefaultValues<Values>}
      action={(typed) => save(organisation, typed)}
      submit={id ? t("save") : t("add")}
      onDone={({ name, points, skills }) => {
        toast.done(
          [name ? t("added", { name }) : t("saved"), t("counted", { points, skills })].filter(Boolean).join(" "),
        );
        router.push(list);
      }}
      draft={{ form: "technology", record: id ?? "new" }}
      labels={{
        name: t("fields.name"),
        aliases: t("fields.aliases"),
        since: t("fields.since"),
      }}
      inWords={{ aliases: (aliases) => (aliases as string[]).join(", ") }}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormField name="name" label={t("fields.name")} hint={t(id ? "renameHint" : "nameHint")}>
        <Input autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </FormField>
      <ControlledFormField
        name="aliases"
        label={t("fields.aliases")}
        hint={t("aliasesHint")}
        control={({ value, onChange, onBlur }) => (
          <ListInput
            value={value as string[]}
            onChange={onChange}
            onBlur={onBlur}
            autoCapitalize="off"
            spellCheck={false}
          />
        )}
      />
      <FormField name="since" label={t("fields.since")} hint={t("sinceHint")}>
        <Input inputMode="numeric" autoComplete="off" maxLength={4} className="max-w-28" />
      </FormField>
    </ActionForm>
  );
}
