"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { audiences, type Audience } from "@/components/notes/audiences";
import type { KeepNote } from "@/components/notes/note-outbox";
import { useKeptNote, type NoteState } from "@/components/notes/use-kept-note";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { Status } from "@/components/ui/status";
import { Textarea } from "@/components/ui/textarea";

export interface NotesPaneProps {
  programmeId: string;
  /** The person who writes. */
  person: string;
  /** The executive. */
  about: string;
  timeZone: string;
  keep: KeepNote;
  onClose: () => void;
}

/** A note beside whatever part of a person's pages is open: it saves itself while one types and talks. */
export function NotesPane({ programmeId, person, about, timeZone, keep, onClose }: NotesPaneProps) {
  const t = useTranslations("notes.pane");
  const words = useTranslations("notes");
  const router = useRouter();
  const id = useId();
  const { note, state, split, savedAt, change, another } = useKeptNote({ person, programmeId, keep });
  const safe = state === "saved" || state === "empty";
  // What was noted stands on the page below from then on.
  const close = () => {
    onClose();
    router.refresh();
  };
  return (
    <aside
      aria-labelledby={id}
      data-slot="notes-pane"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
      className="fixed end-6 bottom-6 z-30 grid w-[25rem] grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-border-strong bg-card p-4 shadow-float print:hidden phone:inset-x-0 phone:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom))] phone:w-auto phone:rounded-none phone:border-x-0"
    >
      <div className="flex items-center gap-2">
        <h2 id={id} className="min-w-0 flex-1 truncate text-base font-semibold">
          {t("title", { name: about })}
        </h2>
        <Button
          size="small"
          variant="quiet"
          disabled={!safe || note.body === ""}
          onClick={() => {
            another();
            router.refresh();
          }}
        >
          {t("another")}
        </Button>
        <Button size="small" variant="quiet" aria-label={t("close")} onClick={close}>
          <Icon name="x" />
        </Button>
      </div>
      <Textarea
        autoFocus
        rows={5}
        className="max-h-[40dvh]"
        aria-label={t("title", { name: about })}
        placeholder={t("placeholder")}
        maxLength={20_000}
        value={note.body}
        onChange={(event) => change({ body: event.target.value })}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <NativeSelect
          aria-label={words("audience")}
          value={note.audience}
          onChange={(event) => change({ audience: event.target.value as Audience })}
        >
          {audiences.map((audience) => (
            <option key={audience} value={audience}>
              {words(`audiences.${audience}`)}
            </option>
          ))}
        </NativeSelect>
        <CheckboxLine checked={note.spoke} onChange={(event) => change({ spoke: event.target.checked })}>
          {t("spoke")}
        </CheckboxLine>
      </div>
      <div role="status" className="min-h-5 text-sm">
        <Said state={state} savedAt={savedAt} timeZone={timeZone} />
        {split ? <p className="mt-1 text-muted-foreground">{t("apart")}</p> : null}
      </div>
    </aside>
  );
}

function Said({ state, savedAt, timeZone }: { state: NoteState; savedAt: Date | null; timeZone: string }) {
  const t = useTranslations("notes.pane");
  const format = useFormatter();
  if (state === "empty") return <span className="text-muted-foreground">{t("begins")}</span>;
  if (state === "typing" || state === "sending") return <span className="text-muted-foreground">{t("saving")}</span>;
  if (state === "lost")
    return (
      <Status icon="cloud-off" tone="warn">
        {t("kept")}
      </Status>
    );
  if (typeof state === "object")
    return (
      <Status icon="circle-alert" tone="warn">
        {t("refused", { why: state.refused })}
      </Status>
    );
  return (
    <Status icon="circle-check" tone="ok">
      {savedAt
        ? t("savedAt", { time: format.dateTime(savedAt, { hour: "2-digit", minute: "2-digit", timeZone }) })
        : t("saved")}
    </Status>
  );
}
