"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

export interface MoveByClock {
  id: string;
  expectedVersion: number;
  /** By the clock of the zone. */
  date: string;
  time: string;
  timeZone: string;
  lengthMinutes: number;
  anyway: boolean;
  /** Which of a series; the length is this one's alone. */
  scope: "this" | "following" | "all";
}

export interface MoveFormProps {
  organisation: string;
  session: { id: string; version: number; date: string; time: string; lengthMinutes: number; again: boolean };
  timeZone: string;
  city: string;
  move: (organisation: string, input: MoveByClock) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Another day, time or length for a session, typed. */
export function MoveForm({ organisation, session, timeZone, city, move, undo }: MoveFormProps) {
  const t = useTranslations("calendar.session");
  const forms = useTranslations("ui.forms");
  const words = useTranslations("scheduling.one");
  const [refused, setRefused] = useState("");
  const [wrong, setWrong] = useState<Partial<Record<"date" | "time" | "length", string>>>({});
  const [pending, start] = useTransition();
  const send = (form: HTMLFormElement) =>
    start(async () => {
      setRefused("");
      const said = new FormData(form);
      const [date, time] = [String(said.get("date")), String(said.get("time"))];
      const lengthMinutes = Number(said.get("length"));
      const isLength = Number.isInteger(lengthMinutes) && lengthMinutes >= 5 && lengthMinutes <= 720;
      const found = {
        ...(date ? {} : { date: t("noDay") }),
        ...(time ? {} : { time: t("noTime") }),
        ...(isLength ? {} : { length: t("noLength") }),
      };
      setWrong(found);
      const [first] = Object.keys(found);
      if (first) return void form.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
      const input = { id: session.id, expectedVersion: session.version, date, time, timeZone, lengthMinutes };
      const scope = (said.get("scope") ?? "this") as MoveByClock["scope"];
      const result = await move(organisation, { ...input, scope, anyway: said.get("anyway") === "on" }).catch(
        () => null,
      );
      if (!result) return setRefused(forms("notSent"));
      if (!result.ok) return setRefused(result.refusal.message);
      const back = result.undo;
      toast.done(
        t("moved"),
        back && {
          action: {
            label: forms("undo"),
            run: () => runUndo((undone) => undo(organisation, undone), back, forms("undone")),
          },
        },
      );
    });
  return (
    <form
      key={session.version}
      // What is missing is said at its field, in the reader's language.
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send(event.currentTarget);
      }}
    >
      <div className="flex flex-wrap gap-3">
        <Field label={t("day")} {...(wrong.date ? { error: wrong.date } : {})}>
          <Input type="date" name="date" defaultValue={session.date} required />
        </Field>
        <Field label={t("time")} {...(wrong.time ? { error: wrong.time } : {})}>
          <Input type="time" name="time" defaultValue={session.time} required />
        </Field>
        <Field label={t("length")} {...(wrong.length ? { error: wrong.length } : {})}>
          <Input
            type="number"
            name="length"
            min={5}
            max={720}
            step={5}
            defaultValue={session.lengthMinutes}
            className="w-24"
          />
        </Field>
      </div>
      <p className="text-sm text-muted-foreground">{t("inZone", { city })}</p>
      {session.again ? (
        <Field label={words("which")}>
          <NativeSelect name="scope" defaultValue="this">
            {(["this", "following", "all"] as const).map((scope) => (
              <option key={scope} value={scope}>
                {words(`scopes.${scope}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
      <label className="flex items-center gap-2.5 phone:min-h-11">
        <Checkbox name="anyway" />
        {t("anyway")}
      </label>
      {refused ? (
        <Notice icon="octagon-alert" tone="bad" role="alert">
          <b>{refused}</b>
        </Notice>
      ) : null}
      <div>
        <Button type="submit" aria-busy={pending || undefined}>
          {t("move")}
        </Button>
      </div>
    </form>
  );
}
