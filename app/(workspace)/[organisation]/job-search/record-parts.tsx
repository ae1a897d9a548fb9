import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { DoButton } from "@/components/forms/do-button";
import { SectionHead } from "@/components/frame/section-head";
import { OutreachForm } from "@/components/job-search/outreach-form";
import { OutreachLog, type EntryShown } from "@/components/job-search/outreach-log";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { undoAction } from "../undo-action";
import { finish, log, removeEntry } from "./actions";

/* What the pages of a search's records share. */

type About = Omit<ComponentProps<typeof OutreachForm>, "log" | "undo">;

/** What was said about a record, the latest first, and the form that adds to it for who writes in the search. */
export async function OutreachSection({
  entries,
  writes,
  names,
  ...about
}: About & { entries: readonly EntryShown[]; writes: boolean; names?: boolean }) {
  const t = await getTranslations("job-search.outreach");
  return (
    <section>
      <SectionHead title={t("title")} />
      {writes ? (
        <div className="mb-4">
          <OutreachForm {...about} log={log} undo={undoAction} />
        </div>
      ) : null}
      {entries.length > 0 ? (
        <Card>
          <OutreachLog
            organisation={about.organisation}
            entries={entries}
            today={about.today}
            writes={writes}
            names={names}
            actions={{ finish, remove: removeEntry }}
            undo={undoAction}
          />
        </Card>
      ) : (
        <p className="text-muted-foreground">{t("none")}</p>
      )}
    </section>
  );
}

/** What the person noted on a record; nothing where there is nothing. */
export async function NotesSection({ notes }: { notes: string }) {
  const t = await getTranslations("job-search.fields");
  if (!notes) return null;
  return (
    <section>
      <SectionHead title={t("notes")} />
      <Card pad>
        <p className="max-w-[75ch] break-words whitespace-pre-line">{notes}</p>
      </Card>
    </section>
  );
}

/** Takes a record away, at once and with the way back, and leads to where it was listed. */
export async function RemoveRecord({
  organisation,
  id,
  remove,
  list,
}: {
  organisation: string;
  id: string;
  remove: ComponentProps<typeof DoButton<{ id: string }>>["act"];
  list: string;
}) {
  const t = await getTranslations("job-search");
  return (
    <div>
      <DoButton
        organisation={organisation}
        act={remove}
        input={{ id }}
        done={t("removed")}
        undo={undoAction}
        then={list}
        variant="quiet"
      >
        <Icon name="trash-2" />
        {t("remove")}
      </DoButton>
    </div>
  );
}
