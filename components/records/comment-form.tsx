"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ControlledFormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import type { ActionResult } from "@/lib/platform/result";
import { MentionTextarea } from "./mention-textarea";
import { mentionedIn, type Reader } from "./mentions";

export interface CommentFormProps {
  words: string;
  mentions: readonly Reader[];
  load: () => Promise<Reader[]>;
  submit: string;
  done: string;
  send: (body: string, mentions: string[]) => Promise<ActionResult<unknown>>;
  onDone?: () => void;
  onUndo?: (undo: Undo) => Promise<ActionResult<unknown>>;
  draft?: string;
  cancel?: ReactNode;
}

/** The words of one comment, and whom they address. */
export function CommentForm({
  words,
  mentions,
  load,
  submit,
  done,
  send,
  onDone,
  onUndo,
  draft,
  cancel,
}: CommentFormProps) {
  const t = useTranslations("records.comments");
  const chosen = useRef(new Map(mentions.map((reader) => [reader.id, reader])));
  return (
    <ActionForm
      schema={() => import("@/lib/records/form-schemas").then((module) => module.CommentForm)}
      defaultValues={{ body: words }}
      action={({ body }) => send(body, mentionedIn(body, chosen.current.values()))}
      submit={submit}
      quiet
      done={done}
      onDone={onDone}
      onUndo={onUndo}
      resetAfter={!words}
      draft={draft ? { form: "comment", record: draft } : undefined}
      labels={{ body: t("body") }}
      className="min-w-0 gap-3"
      cancel={cancel}
    >
      <ControlledFormField
        name="body"
        label={words ? <span className="sr-only">{t("body")}</span> : t("body")}
        hint={t("hint")}
        control={({ name, value, onChange, onBlur }) => (
          <MentionTextarea
            name={name}
            value={String(value ?? "")}
            onChange={onChange}
            onBlur={onBlur}
            load={load}
            onMention={(reader) => chosen.current.set(reader.id, reader)}
          />
        )}
      />
    </ActionForm>
  );
}
