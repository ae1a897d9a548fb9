"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Empty } from "@/components/states/empty";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { SendMessageInput } from "@/lib/messages/schemas";

const Dropzone = dynamic(() => import("@/components/files/dropzone").then((module) => module.Dropzone), { ssr: false });

export interface ThreadMessage {
  id: string;
  authorName: string;
  body: string;
  sentAt: Date;
  mine: boolean;
  readByOther: boolean;
  files: ReadonlyArray<{ id: string; name: string; size: number }>;
}

export interface MessageThreadProps {
  organisation: string;
  programmeId: string;
  other: string;
  messages: readonly ThreadMessage[];
  /** Where the messages before these stand. */
  olderHref: string | null;
  /** Where the newest stand, when these are older ones. */
  newestHref: string | null;
  timeZone: string;
  send: (organisation: string, input: SendMessageInput) => Promise<ActionResult<unknown>>;
  markRead: (organisation: string, input: { programmeId: string; upTo: string }) => Promise<ActionResult<unknown>>;
}

/** A thread, oldest first, and the place to write. Opening it marks it as read. */
export function MessageThread(props: MessageThreadProps) {
  const { organisation, programmeId, other, messages, olderHref, newestHref, timeZone, send, markRead } = props;
  const t = useTranslations("messages.thread");
  const format = useFormatter();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [files, setFiles] = useState<Array<{ fileId: string; name: string }>>([]);
  const [attaching, setAttaching] = useState(false);
  const newest = messages.at(-1);
  const unread = newest && !newest.mine && !newestHref ? newest : null;
  const end = useRef<HTMLDivElement>(null);

  const marked = useRef<string | null>(null);
  useEffect(() => {
    // The page is read anew after the mark, with actions that are new values: once per message is enough.
    if (!unread || marked.current === unread.id) return;
    marked.current = unread.id;
    void markRead(organisation, { programmeId, upTo: unread.sentAt.toISOString() });
  }, [unread, markRead, organisation, programmeId]);
  // Braces: where scrolling answers with a promise, an effect must not take it for its clean-up.
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [newest?.id]);

  const when = (at: Date) =>
    format.dateTime(at, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
    });
  const shown = (
    <>
      {messages.length === 0 ? (
        <Empty icon="message-square" title={t("empty")}>
          {t("emptyText")}
        </Empty>
      ) : (
        <ol aria-label={t("label", { name: other })} className="grid gap-1 px-5 pt-3 pb-4 phone:px-4">
          {olderHref ? (
            <li className="py-2 text-sm tap-links">
              <Link href={olderHref}>{t("older")}</Link>
            </li>
          ) : null}
          {messages.map((message) => (
            <li
              key={message.id}
              className={cn("grid grid-cols-[24px_minmax(0,1fr)] gap-2.5 py-2.5", message.mine && "ms-8 phone:ms-0")}
            >
              <Avatar name={message.authorName} size="small" me={message.mine} />
              <div className="min-w-0">
                <p className="text-sm text-muted-foreground">
                  <b className="text-foreground">{message.mine ? t("you") : message.authorName}</b> ·{" "}
                  {when(message.sentAt)}
                  {message.mine && message.readByOther ? ` · ${t("read")}` : ""}
                </p>
                <p className="max-w-[70ch] break-words whitespace-pre-line">{message.body}</p>
                {message.files.map((file) => (
                  <a
                    key={file.id}
                    href={`/api/files/${organisation}/${file.id}`}
                    className="mt-1.5 me-1.5 inline-flex max-w-full items-center gap-1.5 rounded-sm border border-border-strong px-2 py-0.5 text-sm text-foreground no-underline hover:border-primary hover:text-primary phone:min-h-11"
                  >
                    <Icon name="paperclip" size="small" />
                    <span className="truncate">{file.name}</span>
                  </a>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
      <div ref={end} />
    </>
  );
  if (newestHref)
    return (
      <Card className="max-w-3xl">
        {shown}
        <p className="border-t border-border px-5 py-3 text-sm tap-links phone:px-4">
          <Link href={newestHref}>{t("newest")}</Link>
        </p>
      </Card>
    );
  return (
    <Card className="max-w-3xl">
      {shown}
      <div className="border-t border-border px-5 pt-3 pb-4 phone:px-4">
        <ActionForm
          key={key}
          schema={() => import("@/lib/messages/schemas").then((module) => module.SendMessageInput)}
          defaultValues={{ programmeId, body: "", clientKey: key }}
          action={(values) => send(organisation, { ...values, fileIds: files.map(({ fileId }) => fileId) })}
          submit={
            <>
              <Icon name="send" />
              {t("send")}
            </>
          }
          onDone={() => {
            setKey(crypto.randomUUID());
            setFiles([]);
            setAttaching(false);
          }}
          draft={{ form: "message", record: programmeId }}
          labels={{ body: t("write", { name: other }) }}
          cancel={
            <Button variant="quiet" onClick={() => setAttaching((shown) => !shown)} aria-expanded={attaching}>
              <Icon name="paperclip" />
              {t("attach")}
            </Button>
          }
        >
          <FormField name="body" label={t("write", { name: other })}>
            <Textarea rows={3} />
          </FormField>
          {attaching ? (
            <Dropzone
              url={`/api/files/${organisation}`}
              title={t("attach")}
              multiple
              onUploaded={(data, file) =>
                setFiles((before) => [...before, { fileId: (data as { fileId: string }).fileId, name: file.name }])
              }
            />
          ) : null}
        </ActionForm>
      </div>
    </Card>
  );
}
