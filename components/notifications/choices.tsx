"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

interface Channels {
  app: boolean;
  mail: boolean;
}

/** A kind of news with what holds for this person. */
export interface Choice {
  kind: string;
  label: string;
  usual: Channels;
  chosen: Channels | null;
}

/** What a person is told about, and how. Each tick is saved at once; one that could not be saved goes back. */
export function NotificationChoices({
  choices,
  save,
}: {
  choices: readonly Choice[];
  save: (input: { kind: string; channels: Channels }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("notifications.choices");
  if (choices.length === 0) return <p className="text-muted-foreground">{t("none")}</p>;
  return (
    <table className="w-full text-start">
      <thead>
        <tr className="border-b border-border text-xs text-muted-foreground">
          <th scope="col" className="py-2 text-start font-medium">
            {t("kind")}
          </th>
          <th scope="col" className="w-28 py-2 text-center font-medium phone:w-20">
            {t("app")}
          </th>
          <th scope="col" className="w-28 py-2 text-center font-medium phone:w-20">
            {t("mail")}
          </th>
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <ChoiceRow key={choice.kind} choice={choice} save={save} />
        ))}
      </tbody>
    </table>
  );
}

function ChoiceRow({
  choice,
  save,
}: {
  choice: Choice;
  save: (input: { kind: string; channels: Channels }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("notifications.choices");
  const id = useId();
  const [channels, setChannels] = useState(choice.chosen ?? choice.usual);
  const [, start] = useTransition();
  const change = (changed: Partial<Channels>) => {
    const before = channels;
    const next = { ...before, ...changed };
    setChannels(next);
    start(async () => {
      const result = await save({ kind: choice.kind, channels: next }).catch(() => null);
      if (result?.ok) return void toast.done(t("saved"));
      setChannels(before);
      if (result) toast.problem(result.refusal.message);
    });
  };
  return (
    <tr className="border-b border-border last:border-0">
      <th scope="row" id={id} className="py-2.5 pe-3 text-start font-normal">
        {choice.label}
      </th>
      {(["app", "mail"] as const).map((channel) => (
        <td key={channel} className="text-center">
          <label className="inline-grid size-11 cursor-pointer place-items-center">
            <span className="sr-only">
              {choice.label}: {t(channel)}
            </span>
            <Checkbox
              checked={channels[channel]}
              onChange={(event) => change({ [channel]: event.currentTarget.checked })}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
