"use client";

import { useTranslations } from "next-intl";
import type { OpensAtOnce } from "@/components/frame/late-menu";
import { submissionLook } from "@/components/tailoring/submission-look";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { isOpenSubmission, possibleSubmissionStages, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

export interface SubmissionMenuProps {
  label: string;
  stage: SubmissionStage;
  onMove: (stage: SubmissionStage) => void;
}

/** Where a submission can go from its card; of an end it is asked why. */
export function SubmissionMenu({ label, stage, onMove, openAtOnce }: SubmissionMenuProps & OpensAtOnce) {
  const t = useTranslations("tailoring.submissions");
  const moves = useTranslations("tailoring.submissionMoves");
  const possible = possibleSubmissionStages(stage);
  const item = (to: SubmissionStage, words: string) => (
    <DropdownMenuItem key={to} onSelect={() => onMove(to)}>
      <Icon name={submissionLook[to].icon} />
      {words}
    </DropdownMenuItem>
  );
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <Button size="icon" variant="quiet" aria-label={label}>
          <Icon name="ellipsis" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {possible.filter(isOpenSubmission).map((to) => item(to, t("board.moveTo", { stage: t(`stages.${to}`) })))}
        <DropdownMenuSeparator />
        {possible.filter((to) => !isOpenSubmission(to)).map((to) => item(to, moves(`do.${to}`)))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
