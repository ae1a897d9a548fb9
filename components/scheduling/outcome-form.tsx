"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField } from "@/components/forms/form-field";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { OutcomeFields } from "@/lib/scheduling/outcome-schema";

interface Person {
  id: string;
  name: string;
  state: string | null;
  /** Nobody of the organisation: the session alone says whether they came. */
  guest?: true;
}

export interface OutcomeFormProps {
  organisation: string;
  id: string;
  /** Who had a place. */
  people: readonly Person[];
  /** In whose programme the note and the next step go; of a group it is left to each one's. */
  about: Person | null;
  outcome: (
    organisation: string,
    input: {
      id: string;
      outcome: "done" | "no_show";
      places: {
        personId: string;
        came: boolean;
        note?: { audience: OutcomeFields["audience"]; body: string };
        nextSteps?: { title: string; owner: OutcomeFields["owner"]; dueOn: string }[];
      }[];
    },
  ) => Promise<ActionResult<unknown>>;
}

/** How a session went: who came, what to remember, what comes next. */
export function OutcomeForm({ organisation, id, people, about, outcome }: OutcomeFormProps) {
  const t = useTranslations("scheduling.outcome");
  const router = useRouter();
  const send = ({ came, note, audience, step, owner, dueOn }: OutcomeFields) =>
    outcome(organisation, {
      ...{ id, outcome: came.length > 0 ? "done" : "no_show" },
      places: people
        .filter(({ guest }) => !guest)
        .map(({ id: personId }) => ({
          ...{ personId, came: came.includes(personId) },
          ...(personId === about?.id && note ? { note: { audience, body: note } } : {}),
          ...(personId === about?.id && step ? { nextSteps: [{ title: step, owner, dueOn }] } : {}),
        })),
    });
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/outcome-schema").then((module) => module.OutcomeFields)}
      defaultValues={{
        came: people.filter(({ state }) => state !== "no_show").map((person) => person.id),
        ...{ note: "", audience: "private", step: "", owner: "executive", dueOn: "" },
      }}
      action={send}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.refresh()}
      labels={{ note: t("note"), step: t("step"), dueOn: t("dueOn") }}
      draft={{ form: "scheduling.outcome", record: id }}
      quiet
    >
      <Came people={people} />
      {about ? <Said name={about.name} /> : null}
    </ActionForm>
  );
}

/** What to remember of a conversation, and what comes next. */
function Said({ name }: { name: string }) {
  const t = useTranslations("scheduling.outcome");
  return (
    <>
      <FormField name="note" label={t("note")}>
        <Textarea rows={4} />
      </FormField>
      <FormField name="audience" label={t("audience")} hint={t("audienceHint")}>
        <NativeSelect>
          {(["private", "case", "shared"] as const).map((audience) => (
            <option key={audience} value={audience}>
              {t(`audiences.${audience}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="step" label={t("step")} hint={t("stepHint")}>
        <Input autoComplete="off" />
      </FormField>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <FormField name="owner" label={t("owner")}>
          <NativeSelect>
            <option value="executive">{name}</option>
            <option value="consultant">{t("consultant")}</option>
          </NativeSelect>
        </FormField>
        <DateField name="dueOn" label={t("dueOn")} />
      </div>
    </>
  );
}

/** Who came, as a box each. */
function Came({ people }: { people: readonly Person[] }) {
  const t = useTranslations("scheduling.outcome");
  const { field } = useController<OutcomeFields, "came">({ name: "came" });
  const change = (id: string, came: boolean) =>
    field.onChange(came ? [...field.value, id] : field.value.filter((other) => other !== id));
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t("came")}</legend>
      <div className="grid gap-2">
        {people.map(({ id, name }) => (
          <CheckboxLine
            key={id}
            checked={field.value.includes(id)}
            onChange={({ target }) => change(id, target.checked)}
            onBlur={field.onBlur}
          >
            <span translate="no">{name}</span>
          </CheckboxLine>
        ))}
      </div>
    </fieldset>
  );
}
