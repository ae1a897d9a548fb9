"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Closes } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
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
  /** Who else may be taken, asked when somebody wants to see them. */
  everybody?: (
    organisation: string,
    input: Record<string, never>,
  ) => Promise<ActionResult<readonly { personId: string; name: string; headline: string | null }[]>>;
  start: (
    organisation: string,
    input: { requirementId: string; candidateIds: string[] } | { candidateId: string; requirementIds: string[] },
  ) => Promise<ActionResult<{ batchId: string; total: number; leftOut: readonly { why: string }[] }>>;
}

/** From so many on one looks by name. */
const manyToLookThrough = 12;

/** Which resumes are tailored in one go: those who fit are ticked, and one press begins. */
export function StartBatchSheet({
  organisation,
  of,
  choices: suggested,
  everybody,
  start,
  onClose,
}: StartBatchSheetProps & Closes) {
  const t = useTranslations("tailor.startBatch");
  const router = useRouter();
  const [pending, run] = useTransition();
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(suggested.filter(({ chosen }) => chosen).map(({ id }) => id)),
  );
  const [others, setOthers] = useState<readonly BatchChoice[]>([]);
  const [search, setSearch] = useState("");
  const [asking, ask] = useTransition();
  const [everybodySeen, setEverybodySeen] = useState(false);
  // How many were begun: the bar stands here until that of their own page does.
  const [begun, setBegun] = useState(0);
  const choices = [...suggested, ...others];
  const words = search.trim().toLocaleLowerCase();
  const seen = words
    ? choices.filter(({ name, sub }) => `${name} ${sub}`.toLocaleLowerCase().includes(words))
    : choices;
  const showEverybody = () =>
    ask(async () => {
      const result = await everybody?.(organisation, {}).catch(() => null);
      if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notSent"));
      const known = new Set(suggested.map(({ id }) => id));
      setOthers(
        result.data.flatMap(({ personId, name, headline }) =>
          known.has(personId) ? [] : [{ id: personId, name, sub: headline ?? "", chosen: false }],
        ),
      );
      setEverybodySeen(true);
    });
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
      const { batchId, total, leftOut } = result.data;
      setBegun(total);
      if (leftOut.length > 0) toast.note(t("leftOut", { count: leftOut.length, why: leftOut[0]!.why }));
      router.push(`/${organisation}/tailoring/${batchId}`);
    });
  const all = seen.length > 0 && seen.every(({ id }) => taken.has(id));
  const some = seen.some(({ id }) => taken.has(id));
  const toggleAll = () =>
    setTaken((before) => {
      const next = new Set(before);
      for (const { id } of seen)
        if (all) next.delete(id);
        else next.add(id);
      return next;
    });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={t(`${many}.title`)}
        footer={
          begun > 0 ? (
            <div className="flex-1">
              <p className="mb-1 text-sm">{t("begun", { count: begun })}</p>
              <Progress done={0} total={begun} label={t("progress")} />
            </div>
          ) : (
            <Button
              variant="primary"
              className="flex-1"
              disabled={taken.size === 0}
              aria-busy={pending || undefined}
              onClick={() => !pending && begin()}
            >
              {t(pending ? "beginning" : "begin", { count: taken.size })}
            </Button>
          )
        }
      >
        <p className="mb-2 text-sm text-muted-foreground">{t(`${many}.lede`)}</p>
        {choices.length > manyToLookThrough ? (
          <Input
            type="search"
            className="mb-2"
            aria-label={t("search")}
            placeholder={t("search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        ) : null}
        {seen.length > 0 ? (
          <CheckboxLine className="py-2 font-semibold" checked={all} indeterminate={!all && some} onChange={toggleAll}>
            {t(words ? "allFound" : "all", { count: seen.length })}
          </CheckboxLine>
        ) : (
          <p className="py-4 text-muted-foreground">{t(words ? "nothingFound" : "nobodyFits")}</p>
        )}
        <ul className="divide-y divide-border border-t border-border">
          {seen.map(({ id, name, sub }) => (
            <li key={id}>
              <CheckboxLine className="py-2.5" checked={taken.has(id)} onChange={() => toggle(id)} hint={sub}>
                <bdi className="wrap-anywhere">{name}</bdi>
              </CheckboxLine>
            </li>
          ))}
        </ul>
        {everybody && !everybodySeen ? (
          <Button className="mt-3" aria-busy={asking || undefined} onClick={() => !asking && showEverybody()}>
            <Icon name="users-round" />
            {t("everybody")}
          </Button>
        ) : null}
      </SheetContent>
    </Sheet>
  );
}
