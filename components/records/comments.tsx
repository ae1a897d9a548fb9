"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/platform/result";
import type { AddComment, EditComment, RecordReference } from "@/lib/records/schemas";
import { mentionParts, type Reader } from "./mentions";

/** Comes when the page stands: writing is not the first thing that one does with a record. */
const CommentForm = dynamic(() => import("./comment-form").then((module) => module.CommentForm), {
  ssr: false,
  loading: () => <Skeleton className="h-48 w-full" />,
});

export interface CommentShown {
  id: string;
  version: number;
  body: string;
  at: Date;
  editedAt: Date | null;
  authorName: string;
  editable: boolean;
  mentions: Reader[];
}

export interface CommentsProps {
  organisation: string;
  record: RecordReference;
  comments: readonly CommentShown[];
  writes: boolean;
  /** Who does not read them: the person whom the record is about. */
  about: string;
  timeZone: string;
  actions: {
    comment: (organisation: string, input: z.input<typeof AddComment>) => Promise<ActionResult<unknown>>;
    change: (organisation: string, input: z.input<typeof EditComment>) => Promise<ActionResult<unknown>>;
    remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** What colleagues write to each other on a record, oldest first, and the place to write. */
export function Comments(props: CommentsProps) {
  const { organisation, record, comments, writes, about, timeZone, actions, undo } = props;
  const t = useTranslations("records.comments");
  const [editing, setEditing] = useState<string | null>(null);
  const load = async (): Promise<Reader[]> => {
    const question = new URLSearchParams({ entity: record.entity, entityId: record.entityId });
    const answer = await fetch(`/api/v1/${organisation}/comments/readers?${question}`);
    if (!answer.ok) throw new Error(`Readers: ${answer.status}`);
    return ((await answer.json()) as { data: Reader[] }).data;
  };
  return (
    <Card id="comments" data-part="comments" className="scroll-mt-20">
      <CardHeader className="flex-wrap">
        <CardTitle>{t("title")}</CardTitle>
        <span className="text-sm text-muted-foreground">{t("readers", { name: about })}</span>
      </CardHeader>
      {comments.length > 0 ? (
        <ol className="divide-y divide-border" aria-label={t("title")}>
          {comments.map((one) => (
            <li key={one.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-5 py-3.5 phone:px-4">
              <Avatar name={one.authorName} me={one.editable} size="small" className="mt-0.5" />
              {editing === one.id ? (
                <CommentForm
                  words={one.body}
                  mentions={one.mentions}
                  load={load}
                  submit={t("save")}
                  done={t("saved")}
                  send={(body, mentions) =>
                    actions.change(organisation, { id: one.id, body, mentions, expectedVersion: one.version })
                  }
                  onDone={() => setEditing(null)}
                  cancel={
                    <Button variant="quiet" onClick={() => setEditing(null)}>
                      {t("cancel")}
                    </Button>
                  }
                />
              ) : (
                <div className="min-w-0">
                  <div className="flex flex-wrap items-baseline gap-x-2">
                    <bdi className="font-medium">{one.authorName}</bdi>
                    <span className="text-sm text-muted-foreground">
                      <Moment value={one.at} timeZone={timeZone} />
                      {one.editedAt ? ` · ${t("edited")}` : ""}
                    </span>
                    {one.editable && writes ? (
                      <span className="ms-auto flex gap-1 phone:-me-2">
                        <Button size="small" variant="quiet" onClick={() => setEditing(one.id)}>
                          {t("edit")}
                        </Button>
                        <ActionButton
                          size="small"
                          variant="quiet"
                          action={() => actions.remove(organisation, { id: one.id })}
                          done={t("removed")}
                          onUndo={(back) => undo(organisation, back)}
                        >
                          {t("remove")}
                        </ActionButton>
                      </span>
                    ) : null}
                  </div>
                  <p dir="auto" className="max-w-[75ch] break-words whitespace-pre-line">
                    {mentionParts(one.body, one.mentions).map((part, at) =>
                      part.mention ? (
                        <b key={at} className="font-medium text-primary">
                          {part.text}
                        </b>
                      ) : (
                        part.text
                      ),
                    )}
                  </p>
                </div>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("empty")}</p>
      )}
      {writes ? (
        <div className="border-t border-border px-5 py-4 first:border-0 phone:px-4">
          <CommentForm
            words=""
            mentions={[]}
            load={load}
            submit={t("send")}
            done={t("sent")}
            send={(body, mentions) => actions.comment(organisation, { ...record, body, mentions })}
            onUndo={(back) => undo(organisation, back)}
            draft={record.entityId}
          />
        </div>
      ) : null}
    </Card>
  );
}
