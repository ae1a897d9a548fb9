"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import type { ActionResult } from "@/lib/platform/result";
import type { PackageChangeInput } from "@/lib/programmes/schemas";

type Input = z.input<typeof PackageChangeInput>;
type Act = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export type PackageChangeActions = Record<"take" | "leave", Act>;

/** Takes one change of the package over, or leaves the programme as it is. */
export function PackageChangeButtons({
  organisation,
  input,
  title,
  actions,
  undo,
}: {
  organisation: string;
  input: Input;
  title: string;
  actions: PackageChangeActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes.packageChanges");
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <ActionButton
        variant="tint"
        action={() => actions.take(organisation, input)}
        onUndo={(step) => undo(organisation, step)}
        done={t("done.take", { title })}
        aria-label={`${t("take")}: ${title}`}
      >
        {t("take")}
      </ActionButton>
      <ActionButton
        action={() => actions.leave(organisation, input)}
        onUndo={(step) => undo(organisation, step)}
        done={t("done.leave", { title })}
        aria-label={`${t("leave")}: ${title}`}
      >
        {t("leave")}
      </ActionButton>
    </div>
  );
}
