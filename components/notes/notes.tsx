"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { audiences, type Audience } from "@/components/notes/audiences";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { IconName } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { EditNoteInput, WriteNoteInput } from "@/lib/notes/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

export interface NoteShown {
  id: string;
  version: number;
  authorName: string;
  audience: Audience;
  body: string;
  writtenAt: Date;
  mine: boolean;
}

export interface NotesProps {
  organisation: string;
  programmeId: string;
  notes: readonly NoteShown[];
  writes: boolean;
  timeZone: string;
  actions: {
    write: (organisation: string, input: z.input<typeof WriteNoteInput>) => Promise<ActionResult<unknown>>;
    edit: (organisation: string, input: z.input<typeof EditNoteInput>) => Promise<ActionResult<unknown>>;
    remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

const looks: Record<Audience, IconName> = { private: "lock", case: "users", shared: "eye" };

/** Notes of a case, newest first, each saying who reads it. Private is the first choice. */
export function Notes({ organisation, programmeId, notes, writes, timeZone, actions, undo }: NotesProps) {
  const t = useTranslations("notes");
  const format = useFormatter();
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <div className="grid max-w-3xl gap-5">
      {writes ? (
        <Card pad>
          <ActionForm
            schema={() => import("@/lib/notes/schemas").then((module) => module.WriteNoteInput)}
            defaultValues={{ programmeId, audience: "private" as Audience, body: "" }}
            action={(values) => actions.write(organisation, values)}
            submit={t("save")}
            done={t("saved")}
            onUndo={(undone) => undo(organisation, undone)}
            resetAfter
            draft={{ form: "note", record: programmeId }}
            labels={{ body: t("body") }}
          >
            <NoteFields />
          </ActionForm>
        </Card>
      ) : null}
      {notes.length === 0 ? (
        <Card>
          <Empty icon="sticky-note" title={t("empty")}>
            {writes ? t("emptyText") : t("emptyMine")}
          </Empty>
        </Card>
      ) : (
        notes.map((note) => (
          <Card pad key={note.id}>
            {editing === note.id ? (
              <ActionForm
                schema={() => import("@/lib/notes/schemas").then((module) => module.EditNoteInput)}
                defaultValues={{
                  id: note.id,
                  expectedVersion: note.version,
                  audience: note.audience,
                  body: note.body,
                }}
                action={(values) => actions.edit(organisation, values)}
                submit={t("save")}
                done={t("saved")}
                onDone={() => setEditing(null)}
                labels={{ body: t("body"), audience: t("audience") }}
                cancel={
                  <Button variant="quiet" onClick={() => setEditing(null)}>
                    {t("cancel")}
                  </Button>
                }
              >
                <NoteFields />
              </ActionForm>
            ) : (
              <>
                <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted-foreground">
                  <span>
                    {t("by", {
                      author: note.authorName,
                      when: format.dateTime(note.writtenAt, { dateStyle: "medium", timeStyle: "short", timeZone }),
                    })}
                  </span>
                  <Badge icon={looks[note.audience]}>{t(`audiences.${note.audience}`)}</Badge>
                  {note.mine ? (
                    <span className="ms-auto flex gap-1">
                      <Button size="small" variant="quiet" onClick={() => setEditing(note.id)}>
                        {t("edit")}
                      </Button>
                      <ActionButton
                        size="small"
                        variant="quiet"
                        action={() => actions.remove(organisation, { id: note.id })}
                        done={t("removed")}
                        onUndo={(undone) => undo(organisation, undone)}
                      >
                        {t("remove")}
                      </ActionButton>
                    </span>
                  ) : null}
                </div>
                <p className="max-w-[75ch] break-words whitespace-pre-line">{note.body}</p>
              </>
            )}
          </Card>
        ))
      )}
    </div>
  );
}

function NoteFields() {
  const t = useTranslations("notes");
  return (
    <>
      <FormField name="body" label={t("body")}>
        <Textarea rows={4} />
      </FormField>
      <FormField name="audience" label={t("audience")} hint={t("audienceHint")} className="max-w-xs">
        <NativeSelect>
          {audiences.map((audience) => (
            <option key={audience} value={audience}>
              {t(`audiences.${audience}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </>
  );
}
