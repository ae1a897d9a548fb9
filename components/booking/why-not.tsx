"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { VisitorActions } from "./model";

/** Asks why a time of the day is not among the free ones. Rules alone are told, never what stands in its way. */
export function WhyNot({
  typeId,
  day,
  timeZone,
  whyNot,
}: {
  typeId: string;
  day: string;
  timeZone: string;
  whyNot: VisitorActions["whyNot"];
}) {
  const t = useTranslations("booking.whyNot");
  const [pending, start] = useTransition();
  const [said, setSaid] = useState<string[]>([]);
  const ask = (time: string) =>
    start(async () => {
      if (!time) return setSaid([t("noTime")]);
      const result = await whyNot({ typeId, date: day, time, timeZone }).catch(() => null);
      setSaid(
        !result
          ? [t("notSent")]
          : !result.ok
            ? [result.refusal.message]
            : result.data.length
              ? result.data
              : [t("free")],
      );
    });
  return (
    <details className="mt-4 text-sm" onToggle={() => setSaid([])}>
      <summary className="cursor-pointer text-primary phone:py-2.5">{t("title")}</summary>
      <form
        className="mt-2 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) ask(String(new FormData(event.currentTarget).get("time") ?? ""));
        }}
      >
        <Field label={t("time")}>
          <Input type="time" name="time" className="w-32" />
        </Field>
        <Button type="submit" aria-busy={pending || undefined}>
          {t("ask")}
        </Button>
      </form>
      <div role="status" className="mt-2 grid gap-1">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  );
}
