"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { submissionLook } from "@/components/tailoring/submission-look";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";
import { needsWhy, possibleSubmissionStages, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

const load = () => import("./submission-end-form").then((module) => module.SubmissionEndForm);
const SubmissionEndForm = dynamic(load, { ssr: false });

type Move = { id: string; stage: SubmissionStage; reason?: string };

export interface SubmissionMovesProps {
  organisation: string;
  id: string;
  stage: SubmissionStage;
  move: (organisation: string, input: Move) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Where a submission can go: the next step stands out, an end asks why first. */
export function SubmissionMoves({ organisation, id, stage, move, undo }: SubmissionMovesProps) {
  const t = useTranslations("tailoring.submissionMoves");
  const [asked, ask] = useState<SubmissionStage | null>(null);
  const possible = possibleSubmissionStages(stage);
  if (asked) return <SubmissionEndForm {...{ organisation, id, move, undo }} to={asked} close={() => ask(null)} />;
  return (
    <div className="flex flex-wrap gap-2">
      {possible.map((to, place) =>
        needsWhy(to) ? (
          <Button
            key={to}
            variant="quiet"
            onPointerEnter={() => void load()}
            onFocus={() => void load()}
            onClick={() => ask(to)}
          >
            <Icon name={submissionLook[to].icon} />
            {t(`do.${to}`)}
          </Button>
        ) : (
          <ActionButton
            key={to}
            variant={place === 0 ? "primary" : "outline"}
            action={() => move(organisation, { id, stage: to })}
            done={t(`done.${to}`)}
            onUndo={(undone) => undo(organisation, undone)}
          >
            <Icon name={submissionLook[to].icon} />
            {t(`do.${to}`)}
          </ActionButton>
        ),
      )}
    </div>
  );
}
