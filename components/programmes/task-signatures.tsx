"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";
import { missingSides } from "@/lib/programmes/sign-off";
import type { TaskActions, TaskShown } from "./task-item";

const loadForm = () => import("./words-form").then((module) => module.WordsForm);
const WordsForm = dynamic(loadForm, { ssr: false });

/** Who signed a task, who still has to, and the two things that who is asked can do: sign it, or give it back. */
export function TaskSignatures({
  organisation,
  task,
  mine,
  signs,
  actions,
  undo,
}: {
  organisation: string;
  task: TaskShown;
  mine: boolean;
  signs: boolean;
  actions: TaskActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.signOff");
  const [asking, setAsking] = useState<"giveBack" | "unsign" | null>(null);
  const close = () => setAsking(null);
  const side = mine ? "executive" : "consultant";
  const standing = task.signatures.filter(({ outcome, withdrawnAt }) => outcome === "signed" && !withdrawnAt);
  const own = standing.find((signature) => signature.side === side);
  const missing = missingSides(task, task.signatures);
  // What was given back is said until the task is done again.
  const returned = task.doneAt ? undefined : task.signatures.find(({ outcome }) => outcome === "returned");
  if (task.signOff === "none") return null;
  return (
    <div className="mt-1.5 text-sm">
      {returned ? (
        <p className="border-s-2 border-warning-line ps-2.5 whitespace-pre-line">
          <b>{t("returned", { name: returned.name })}</b> {returned.words}
        </p>
      ) : null}
      {standing.map((signature) => (
        <p key={signature.id} className="flex items-center gap-1.5 text-success">
          <Icon name="shield-check" size="small" />
          {t("signed", { name: signature.name })}
        </p>
      ))}
      {missing.map((other) => (
        <p key={other} className="flex items-center gap-1.5 text-muted-foreground">
          <Icon name="hourglass" size="small" />
          {other === side && signs ? t("waitsForYou") : t(`waits.${other}`)}
        </p>
      ))}
      {signs && missing.includes(side) && !asking ? (
        <div className="mt-1.5 flex flex-wrap gap-2">
          <ActionButton
            size="small"
            variant="primary"
            action={() => actions.signOff(organisation, { id: task.id })}
            done={t("done.sign")}
            onUndo={(undone) => undo(organisation, undone)}
            aria-label={t("signLabel", { title: task.title })}
          >
            {t("sign")}
          </ActionButton>
          <Button
            size="small"
            variant="quiet"
            aria-label={t("giveBackLabel", { title: task.title })}
            onPointerEnter={() => void loadForm()}
            onClick={() => setAsking("giveBack")}
          >
            {t("giveBack")}
          </Button>
        </div>
      ) : null}
      {signs && own && !asking ? (
        <Button size="small" variant="quiet" className="-ms-2" onClick={() => setAsking("unsign")}>
          {t("unsign")}
        </Button>
      ) : null}
      {asking === "giveBack" ? (
        <WordsForm
          kind="giveBack"
          save={(words) => actions.giveBack(organisation, { id: task.id, words })}
          close={close}
        />
      ) : null}
      {asking === "unsign" && own ? (
        <WordsForm
          kind="unsign"
          save={(reason) => actions.unsign(organisation, { signOffId: own.id, reason })}
          close={close}
        />
      ) : null}
    </div>
  );
}
