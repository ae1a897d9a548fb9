"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { CalendarItem } from "./model";

export interface MoveAsked {
  id: string;
  expectedVersion: number;
  startsAt: string;
  endsAt?: string;
  hostId?: string;
  anyway?: boolean;
}

export interface CalendarActions {
  move: (organisation: string, input: MoveAsked) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Rules past which somebody who holds a session may move it, when they say so. */
const mayPass: ReadonlySet<unknown> = new Set([
  ...["notice", "horizon", "dayOff", "hours", "tooLong", "grid", "dayLimit", "weekLimit"],
]);

/** Items as they stand, with what was just moved at its new place until the server has answered; refused, it is back. */
export function useShownItems(
  organisation: string,
  items: readonly CalendarItem[],
  { move, undo }: CalendarActions,
  say: (item: CalendarItem) => string,
) {
  const t = useTranslations("calendar.move");
  const forms = useTranslations("ui.forms");
  const [shown, place] = useOptimistic(items, (now, moved: CalendarItem) =>
    now.map((item) => (item.id === moved.id ? moved : item)),
  );
  const [pending, start] = useTransition();

  const put = (item: CalendarItem, moved: CalendarItem, hostId: string | null, anyway = false) =>
    start(async () => {
      // As it will be stored: whoever moves it on at once moves what they see.
      place({ ...moved, version: item.version + 1 });
      const result = await move(organisation, {
        ...{ id: item.id, expectedVersion: item.version, startsAt: new Date(moved.startsAt).toISOString() },
        ...(moved.endsAt - moved.startsAt === item.endsAt - item.startsAt
          ? {}
          : { endsAt: new Date(moved.endsAt).toISOString() }),
        ...(hostId ? { hostId } : {}),
        ...(anyway ? { anyway } : {}),
      }).catch(() => null);
      if (!result) return void toast.problem(forms("notSent"));
      if (!result.ok) {
        const { message, current } = result.refusal;
        const passes = !anyway && item.resizes && mayPass.has(current?.["reason"]);
        return void toast.problem(
          t("refused", { name: item.name, why: message }),
          passes ? { action: { label: t("anyway"), run: () => put(item, moved, hostId, true) } } : undefined,
        );
      }
      const back = result.undo;
      toast.done(
        t("moved", { name: item.name, at: say(moved) }),
        back && {
          action: {
            label: forms("undo"),
            run: () => runUndo((undone) => undo(organisation, undone), back, forms("undone")),
          },
        },
      );
    });

  return { shown, put, pending };
}
