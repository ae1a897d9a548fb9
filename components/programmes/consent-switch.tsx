"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import type { UndoAction } from "@/components/forms/run-undo";
import type { ActionResult } from "@/lib/platform/result";
import type { ConsentKind } from "@/lib/programmes/schemas";

type Act = (organisation: string, input: { programmeId: string; kind: ConsentKind }) => Promise<ActionResult<unknown>>;

export interface ConsentActions {
  give: Act;
  withdraw: Act;
  undo: (organisation: string, ...undo: Parameters<UndoAction>) => ReturnType<UndoAction>;
}

/** Gives a consent, or takes it back; both at once, with the way back. */
export function ConsentSwitch({
  organisation,
  programmeId,
  kind,
  given,
  actions,
}: {
  organisation: string;
  programmeId: string;
  kind: ConsentKind;
  given: boolean;
  actions: ConsentActions;
}) {
  const t = useTranslations("programmes.consents");
  const way = given ? "withdraw" : "give";
  return (
    <div className="mt-3">
      <ActionButton
        variant={given ? "outline" : "tint"}
        action={() => actions[way](organisation, { programmeId, kind })}
        done={t(`done.${way}`)}
        onUndo={(undone) => actions.undo(organisation, undone)}
        aria-label={`${t(way)}: ${t(`kinds.${kind}.title`)}`}
      >
        {t(way)}
      </ActionButton>
    </div>
  );
}
