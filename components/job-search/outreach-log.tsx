"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { outreachLook } from "@/components/job-search/stage-look";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { OutreachKind } from "@/lib/job-search/rules/outreach-kinds";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";

export interface EntryShown {
  id: string;
  kind: OutreachKind;
  on: string;
  note: string;
  followUpOn: string | null;
  followUpDoneAt: Date | null;
  contactId: string | null;
  contact: string | null;
  opportunityId: string | null;
  opportunity: string | null;
  company: string | null;
}

type Act = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

/** What was said with whom, the latest first, and what is still promised. */
export function OutreachLog({
  organisation,
  entries,
  today,
  writes,
  names = false,
  actions,
  undo,
}: {
  organisation: string;
  entries: readonly EntryShown[];
  today: string;
  writes: boolean;
  /** Says with whom: on a page that is not about one contact. */
  names?: boolean;
  actions: { finish: Act; remove: Act };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("job-search.outreach");
  const format = useFormatter();
  const day = (iso: string) => civilDay(format, iso, { weekday: "short", day: "numeric", month: "short" });
  const here = `/${organisation}/job-search`;
  return (
    <Rows>
      {entries.map((entry) => {
        const open = entry.followUpOn !== null && entry.followUpDoneAt === null;
        const due = open && entry.followUpOn! <= today;
        return (
          <Row key={entry.id} className="flex items-start gap-3">
            <Icon name={outreachLook[entry.kind]} className="mt-0.5 text-muted-foreground" />
            <div className="min-w-0 flex-1">
              <p className="text-sm text-muted-foreground">
                {t(`kinds.${entry.kind}`)} · {day(entry.on)}
              </p>
              {names && entry.contact ? (
                <p>
                  <Link href={`${here}/contact/${entry.contactId}`} className="font-semibold">
                    {entry.contact}
                  </Link>
                </p>
              ) : null}
              {names && !entry.contact && entry.opportunity ? (
                <p>
                  <Link href={`${here}/opportunity/${entry.opportunityId}`} className="font-semibold">
                    {entry.opportunity}, {entry.company}
                  </Link>
                </p>
              ) : null}
              {entry.note ? <p className="max-w-[70ch] break-words whitespace-pre-line">{entry.note}</p> : null}
              {entry.followUpOn ? (
                <Status
                  icon={open ? (due ? "calendar-clock" : "calendar") : "check"}
                  tone={due ? "warn" : open ? "neutral" : "ok"}
                  className="mt-1 flex"
                >
                  {t(open ? "promisedFor" : "promiseKept", { date: day(entry.followUpOn) })}
                </Status>
              ) : null}
            </div>
            {writes ? (
              <div className="flex flex-none gap-1 phone:flex-col">
                {open ? (
                  <ActionButton
                    size="small"
                    action={() => actions.finish(organisation, { id: entry.id })}
                    done={t("finished")}
                    onUndo={(undone) => undo(organisation, undone)}
                  >
                    {t("finish")}
                  </ActionButton>
                ) : null}
                <ActionButton
                  size="small"
                  variant="quiet"
                  action={() => actions.remove(organisation, { id: entry.id })}
                  done={t("removed")}
                  onUndo={(undone) => undo(organisation, undone)}
                >
                  {t("remove")}
                </ActionButton>
              </div>
            ) : null}
          </Row>
        );
      })}
    </Rows>
  );
}
