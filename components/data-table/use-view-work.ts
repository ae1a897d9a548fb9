"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { Undo } from "@/lib/platform/operation";
import type { ActionResult } from "@/lib/platform/result";
import type { ViewActions } from "./types";

/** Does something to a view, says so, and offers the way back where the change names one. */
export function useViewWork(actions: ViewActions) {
  const t = useTranslations("ui.table");
  const router = useRouter();
  const [pending, start] = useTransition();
  const takeBack = async (undo: Undo) => {
    const result = await actions.undo(undo).catch(() => null);
    if (!result?.ok) return void toast.problem(result ? result.refusal.message : t("notSent"));
    toast.done(t("undone"));
    router.refresh();
  };
  const run = <Data>(work: () => Promise<ActionResult<Data>>, said: string, then?: (data: Data) => void) =>
    start(async () => {
      const result = await work().catch(() => null);
      if (!result) return void toast.problem(t("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      const { undo } = result;
      toast.done(said, undo ? { action: { label: t("undo"), run: () => takeBack(undo) } } : undefined);
      if (then) then(result.data);
      else router.refresh();
    });
  return { run, pending };
}
