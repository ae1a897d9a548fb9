"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { DefaultValues, FieldValues, Path } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult, RefusalResult } from "@/lib/platform/result";
import { ErrorSummary } from "./error-summary";
import { problemsOf } from "./form-problems";
import { lateChecker } from "./late-schema";
import type { LateSchema } from "./late-schema";
import { SubmitButton } from "./submit-button";
import { useDraft } from "./use-draft";
import type { DraftPlace } from "./use-draft";

/* Nobody leaves a form or meets somebody else's change in the first moment. */
const UnsavedGuard = dynamic(() => import("./unsaved-guard").then((module) => module.UnsavedGuard), { ssr: false });
const FormConflict = dynamic(() => import("./form-conflict").then((module) => module.FormConflict), { ssr: false });

type Undo = NonNullable<Extract<ActionResult<unknown>, { ok: true }>["undo"]>;

export interface ActionFormProps<Values extends FieldValues, Data> {
  /** The same schema that the command checks; its messages are what the person reads. Fetched when one begins to type. */
  schema: LateSchema<Values>;
  defaultValues: DefaultValues<Values>;
  action: (values: Values) => Promise<ActionResult<Data>>;
  /** Words of the button. */
  submit: ReactNode;
  /** Said when it is done; without it the caller says it. */
  done?: string;
  onDone?: (data: Data) => void;
  /** Runs the inverse that the command named; with it the toast offers Undo. */
  onUndo?: (undo: Undo) => Promise<ActionResult<unknown>>;
  /** Keeps what is typed on this device. */
  draft?: DraftPlace;
  /** Words for fields, for the summary and for two editors. */
  labels?: Readonly<Record<string, string>>;
  /** How two editors read a value that is more than words: an amount, a list. */
  inWords?: Readonly<Record<string, (value: unknown) => string>>;
  /** Empties the form after success, as where one writes the next message. */
  resetAfter?: boolean;
  cancel?: ReactNode;
  /** Its button is not the page's one solid one. */
  quiet?: boolean;
  children: ReactNode;
  className?: string;
}

/** A form over one server action: checks as the command does, keeps what is typed, shows refusals where they belong. */
export function ActionForm<Values extends FieldValues, Data>(props: ActionFormProps<Values, Data>) {
  const { schema, defaultValues, action, draft: place, labels = {} } = props;
  const t = useTranslations("ui.forms");
  const format = useFormatter();
  const [checker] = useState(() => lateChecker(schema));
  const form = useForm<Values>({ resolver: checker.resolver, defaultValues, mode: "onTouched" });
  const draft = useDraft(form, place);
  const [refusal, setRefusal] = useState<RefusalResult | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { isSubmitting, isDirty, errors } = form.formState;
  const labelOf = (field: string) => labels[field] ?? field;

  const send = async (values: Values) => {
    setRefusal(null);
    const result = await action(values).catch(() => null);
    if (!result) {
      setRefusal({ code: "fault", message: t("notSent"), requestId: "" });
      return;
    }
    if (result.ok) {
      draft.clear();
      form.reset(props.resetAfter ? (defaultValues as Values) : values);
      const { undo } = result;
      const { onUndo } = props;
      if (props.done)
        toast.done(
          props.done,
          undo && onUndo ? { action: { label: t("undo"), run: () => void runUndo(onUndo, undo) } } : undefined,
        );
      props.onDone?.(result.data);
      return;
    }
    const placed = { ...result.refusal.fields };
    if (result.refusal.field) placed[result.refusal.field] ??= [result.refusal.message];
    const known = Object.keys(placed).filter((field) => field in form.getValues() || field.includes("."));
    for (const field of known)
      form.setError(field as Path<Values>, { type: "server", message: placed[field]?.[0] ?? "" });
    if (known[0]) form.setFocus(known[0] as Path<Values>);
    if (known.length === 0) setRefusal(result.refusal);
    setAttempt((before) => before + 1);
  };
  const submit = form.handleSubmit(send, () => setAttempt((before) => before + 1));

  const refused = refusal ? (
    <Notice icon="octagon-alert" tone="bad" role="alert">
      <b>{refusal.message}</b> {t("kept")}
      {refusal.requestId ? (
        <span className="mt-1 block font-mono text-xs text-muted-foreground">
          {t("request", { id: refusal.requestId })}
        </span>
      ) : null}
    </Notice>
  ) : null;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        data-slot="action-form"
        onFocus={checker.fetch}
        className={cn("grid gap-4", props.className)}
        onSubmit={(event) => {
          event.stopPropagation();
          if (isSubmitting) event.preventDefault();
          else void submit(event);
        }}
      >
        {draft.restored ? (
          <Notice
            icon="history"
            action={
              <Button size="small" onClick={draft.discard}>
                {t("discardDraft")}
              </Button>
            }
          >
            <b>{t("draftRestored")}</b>{" "}
            {t("draftFrom", { time: format.dateTime(draft.restored, { dateStyle: "medium", timeStyle: "short" }) })}
          </Notice>
        ) : null}
        <ErrorSummary
          attempt={attempt}
          problems={problemsOf(errors).map((problem) => ({ ...problem, label: labelOf(problem.field) }))}
          onGo={(field) => form.setFocus(field as Path<Values>)}
        />
        {refusal?.code === "conflict" && refusal.current ? (
          <FormConflict
            {...{ labels, inWords: props.inWords, otherwise: refused }}
            current={refusal.current}
            onKeepDraft={() => setRefusal(null)}
            onSave={() => void submit()}
          />
        ) : (
          refused
        )}
        {props.children}
        <div className="flex items-center gap-2 phone:flex-wrap">
          <SubmitButton pending={isSubmitting} variant={props.quiet ? "outline" : "primary"}>
            {props.submit}
          </SubmitButton>
          {props.cancel}
        </div>
      </form>
      {place ? <UnsavedGuard dirty={isDirty && !isSubmitting} /> : null}
    </FormProvider>
  );

  async function runUndo(onUndo: NonNullable<ActionFormProps<Values, Data>["onUndo"]>, undo: Undo) {
    const result = await onUndo(undo);
    if (result.ok) toast.done(t("undone"));
    else toast.problem(result.refusal.message);
  }
}
