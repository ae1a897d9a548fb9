"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { stageLook } from "@/components/job-search/stage-look";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { isOpen, possibleStages, type Stage } from "@/lib/job-search/rules/stages";
import type { ActionResult } from "@/lib/platform/result";

/** Where an opportunity can go, as buttons: its page has the room. */
export function MoveButtons({
  organisation,
  id,
  stage,
  move,
  undo,
}: {
  organisation: string;
  id: string;
  stage: Stage;
  move: (organisation: string, input: { id: string; stage: Stage }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("job-search");
  return (
    <div className="flex flex-wrap gap-2">
      {possibleStages(stage).map((to) =>
        isOpen(to) ? (
          <ActionButton
            key={to}
            action={() => move(organisation, { id, stage: to })}
            done={t("movedTo", { stage: t(`stages.${to}`) })}
            onUndo={(undone) => undo(organisation, undone)}
          >
            <Icon name={stageLook[to].icon} />
            {t(`stages.${to}`)}
          </ActionButton>
        ) : (
          <Button key={to} asChild variant={to === "accepted" ? "primary" : "outline"}>
            <Link href={`/${organisation}/job-search/opportunity/${id}/move/${to}`}>
              <Icon name={stageLook[to].icon} />
              {t(`ends.${to}`)}
            </Link>
          </Button>
        ),
      )}
    </div>
  );
}
