"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { Ends, Repeats } from "@/lib/scheduling/rules/series";

interface Asked {
  programmeId: string;
  typeId: string;
  startsAt: string;
  timeZone: string;
  repeats: Repeats;
  ends: Ends;
}

export interface SeriesFormProps {
  organisation: string;
  asked: Asked;
  /** The sessions of the series, with what stands against one and what is free near it. */
  planned: readonly { date: string; startsAt: Date; says: string | null; instead: readonly Date[] }[];
  /** How many sessions the programme has left. */
  left: number;
  list: string;
  book: (
    organisation: string,
    input: Asked & { otherwise: { date: string; startsAt: string | null }[]; anyway: boolean },
  ) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** The dates of a series before it is booked: one that does not work is left out, or takes place at another time. */
export function SeriesForm({ organisation, asked, planned, left, list, book, undo }: SeriesFormProps) {
  const t = useTranslations("scheduling.series");
  const forms = useTranslations("ui.forms");
  const format = useFormatter();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState("");
  const clashes = planned.filter(({ says }) => says !== null);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const otherOf = (date: string) => chosen[date] ?? "";
  const booked = planned.length - clashes.filter(({ date }) => otherOf(date) === "").length;
  const said = (at: Date) =>
    format.dateTime(at, {
      ...{ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" },
      timeZone: asked.timeZone,
    });
  const send = () =>
    start(async () => {
      setRefused("");
      const otherwise = clashes.map(({ date }) => ({ date, startsAt: otherOf(date) || null }));
      const result = await book(organisation, { ...asked, otherwise, anyway: booked > left }).catch(() => null);
      if (!result) return setRefused(forms("notSent"));
      if (!result.ok) return setRefused(result.refusal.message);
      const back = result.undo;
      toast.done(
        t("booked", { count: booked }),
        back && {
          action: {
            label: forms("undo"),
            run: () => runUndo((undone) => undo(organisation, undone), back, forms("undone")),
          },
        },
      );
      router.push(list);
    });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send();
      }}
    >
      <ol className="grid gap-3">
        {planned.map(({ date, startsAt, says, instead }) => (
          <li key={date} className="grid gap-2 border-t border-border pt-3 first:border-t-0 first:pt-0">
            <span className="flex items-start gap-2 tabular-nums">
              <Icon name={says ? "calendar-x" : "calendar-check"} className="mt-0.5 flex-none" />
              <span>
                {said(startsAt)}
                {says ? <span className="block text-sm text-muted-foreground">{says}</span> : null}
              </span>
            </span>
            {says ? (
              <Field label={t("instead", { date: said(startsAt) })}>
                <NativeSelect
                  value={otherOf(date)}
                  onChange={({ target }) => setChosen({ ...chosen, [date]: target.value })}
                >
                  <option value="">{t("leaveOut")}</option>
                  {instead.map((at) => (
                    <option key={at.toISOString()} value={at.toISOString()}>
                      {said(at)}
                    </option>
                  ))}
                </NativeSelect>
              </Field>
            ) : null}
          </li>
        ))}
      </ol>
      {booked > left ? (
        <Notice icon="triangle-alert" tone="warn">
          {t("tooMany", { left, count: booked })}
        </Notice>
      ) : null}
      {refused ? (
        <Notice icon="octagon-alert" tone="bad" role="alert">
          <b>{refused}</b>
        </Notice>
      ) : null}
      <div>
        <Button type="submit" aria-busy={pending || undefined} disabled={booked === 0}>
          {t("book", { count: booked })}
        </Button>
      </div>
    </form>
  );
}
