"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Closes } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** Somebody whose resume may be tailored, or a requirement for one. */
export interface BatchChoice {
  id: string;
  name: string;
  sub: string;
  /** Ticked at first. */
  chosen: boolean;
}

export interface StartBatchSheetProps {
  organisation: string;
  /** What stays the same: the requirement for many candidates, or the candidate for many requirements. */
  of: { requirementId: string } | { candidateId: string };
  choices: readonly BatchChoice[];
  start: (
    organisation: string,
    input: { requirementId: string; candidateIds: string[] } | { candidateId: string; requirementIds: string[] },
  ) => Promise<ActionResult<{ batchId: string; leftOut: readonly { why: string }[] }>>;
}

/** Which resumes are tailored in one go: those who fit are ticked, and one press begins. */
export function StartBatchSheet({ organisation, of, choices, start, onClose }: StartBatchSheetProps & Closes) {
  const t = useTranslations("tailor.startBatch");
  const router = useRouter();
  const [pending, run] = useTransition();
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(choices.filter(({ chosen }) => chosen).map(({ id }) => id)),
  );
  const many = "requirementId" in of ? "candidates" : "requirements";
  const toggle = (id: string) =>
    setTaken((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const begin = () =>
    run(async () => {
      const ids = choices.flatMap(({ id }) => (taken.has(id) ? [id] : []));
      const input = "requirementId" in of ? { ...of, candidateIds: ids } : { ...of, requirementIds: ids };
      const result = await start(organisation, input).catch(() => null);
      if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notSent"));
      const { batchId, leftOut } = result.data;
      if (leftOut.length > 0) toast.note(t("leftOut", { count: leftOut.length, why: leftOut[0]!.why }));
      router.push(`/${organisation}/tailoring/${batchId}`);
    });
  const all = taken.size === choices.length;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={t(`${many}.title`)}
        footer={
          <Button
            variant="primary"
            className="flex-1"
            disabled={taken.size === 0}
            aria-busy={pending || undefined}
            onClick={() => !pending && begin()}
          >
            {t("begin", { count: taken.size })}
          </Button>
        }
      >
        <p className="mb-2 text-sm text-muted-foreground">{t(`${many}.lede`)}</p>
        <CheckboxLine
          className="py-2 font-semibold"
          checked={all}
          indeterminate={!all && taken.size > 0}
          onChange={() => setTaken(all ? new Set() : new Set(choices.map(({ id }) => id)))}
        >
          {t("all")}
        </CheckboxLine>
        <ul className="divide-y divide-border border-t border-border">
          {choices.map(({ id, name, sub }) => (
            <li key={id}>
              <CheckboxLine className="py-2.5" checked={taken.has(id)} onChange={() => toggle(id)} hint={sub}>
                <bdi className="wrap-anywhere">{name}</bdi>
              </CheckboxLine>
            </li>
          ))}
        </ul>
      </SheetContent>
    </Sheet>
  );
}
