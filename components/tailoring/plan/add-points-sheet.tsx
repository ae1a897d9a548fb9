"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useEffectEvent, useState } from "react";
import type { Closes } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Textarea } from "@/components/ui/textarea";
import { LineProblems } from "@/components/tailoring/line-problems";
import type { ActionResult } from "@/lib/platform/result";
import type { ReadPoints } from "@/lib/tailoring/points/points";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

/** A point of the library that may be taken. */
export interface PointChoice {
  id: string;
  technology: string;
  text: string;
}

export interface AddPointsSheetProps {
  known: readonly DraftPoint[];
  technologies: readonly OwnTechnology[];
  choices: (search: string) => Promise<ActionResult<readonly PointChoice[]>>;
  onAdd: (points: readonly DraftPoint[]) => void;
}

/** More points for a resume: from the library by what the requirement asks for, or pasted. */
export function AddPointsSheet({ known, technologies, choices, onAdd, onClose }: AddPointsSheetProps & Closes) {
  const t = useTranslations("tailor.add");
  const [taken, setTaken] = useState<ReadonlyMap<string, PointChoice>>(new Map());
  const [pasted, setPasted] = useState("");
  const read = usePasted(pasted, technologies);
  const fresh: DraftPoint[] = [
    ...[...taken.values()].map(({ id, technology, text }) => ({ id, technology, text, libraryPointId: id })),
    ...(read?.groups ?? []).flatMap(({ technology, points }) =>
      points.map((text) => ({ id: crypto.randomUUID(), technology, text, libraryPointId: null })),
    ),
  ];
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={t("title")}
        footer={
          <Button
            variant="primary"
            className="flex-1"
            disabled={fresh.length === 0}
            onClick={() => {
              onAdd(fresh);
              onClose();
            }}
          >
            {t("add", { count: fresh.length })}
          </Button>
        }
      >
        <Tabs defaultValue="library">
          <TabsList>
            <TabsTrigger value="library">{t("library")}</TabsTrigger>
            <TabsTrigger value="paste">{t("paste")}</TabsTrigger>
          </TabsList>
          <TabsContent value="library">
            <Choices {...{ known, choices, taken }} onTake={setTaken} />
          </TabsContent>
          <TabsContent value="paste">
            <Field label={t("pasteLabel")} hint={t("pasteHint")}>
              <Textarea
                rows={8}
                spellCheck={false}
                className="max-h-[36dvh]"
                value={pasted}
                onChange={(event) => setPasted(event.target.value)}
              />
            </Field>
            {read ? (
              <div role="status" className="mt-2 grid gap-2 text-sm">
                <p>{t("found", { count: read.groups.reduce((sum, { points }) => sum + points.length, 0) })}</p>
                {read.problems.length > 0 ? (
                  <LineProblems problems={read.problems} wordsOf={(line) => pasted.split(/\r\n?|\n/)[line - 1]} />
                ) : null}
              </div>
            ) : null}
            {read ? <ReadAs groups={read.groups} /> : null}
          </TabsContent>
        </Tabs>
      </SheetContent>
    </Sheet>
  );
}

/** Each point that was found with its technology, so that one sees what was taken for what before it goes in. */
function ReadAs({ groups }: Pick<ReadPoints, "groups">) {
  const t = useTranslations("tailor.add");
  if (groups.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="text-sm font-semibold">{t("readAs")}</h3>
      {groups.map(({ technology, points }, at) => (
        <div key={at} className="border-b border-border py-2 last:border-0">
          <Tag>{technology}</Tag>
          <ul className="mt-1 grid list-disc gap-1 ps-5 text-sm text-muted-foreground">
            {points.map((text, number) => (
              <li key={number} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface ChoicesProps {
  known: readonly DraftPoint[];
  choices: AddPointsSheetProps["choices"];
  taken: ReadonlyMap<string, PointChoice>;
  onTake: (taken: ReadonlyMap<string, PointChoice>) => void;
}

function Choices({ known, choices, taken, onTake }: ChoicesProps) {
  const t = useTranslations("tailor.add");
  const [search, setSearch] = useState("");
  const words = useDeferredValue(search.trim());
  const [found, setFound] = useState<readonly PointChoice[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = useEffectEvent((asked: string) => choices(asked).catch(() => null));
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      async () => {
        const result = await ask(words);
        if (!current) return;
        setProblem(result?.ok ? null : (result?.refusal.message ?? t("notAsked")));
        setFound(result?.ok ? result.data : []);
      },
      words ? 200 : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, t]);
  const here = new Set(known.flatMap(({ id, libraryPointId }) => [id, libraryPointId]));
  const open = found?.filter(({ id }) => !here.has(id)) ?? [];
  const toggle = (choice: PointChoice) => {
    const next = new Map(taken);
    if (!next.delete(choice.id)) next.set(choice.id, choice);
    onTake(next);
  };
  return (
    <div className="grid gap-3">
      <span className="relative grid">
        <Icon
          name="search"
          className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          type="search"
          className="ps-9"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </span>
      {problem ? (
        <p role="alert" className="text-sm text-destructive">
          {problem}
        </p>
      ) : null}
      {found === null ? (
        <div className="grid gap-3" role="status" aria-label={t("search")}>
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      ) : open.length === 0 && !problem ? (
        <p className="py-6 text-center text-muted-foreground">{words ? t("nothing") : t("empty")}</p>
      ) : (
        <ul className="divide-y divide-border">
          {open.map((choice) => (
            <li key={choice.id} className="py-2">
              <CheckboxLine checked={taken.has(choice.id)} onChange={() => toggle(choice)}>
                <span className="block text-sm wrap-anywhere phone:text-base">{choice.text}</span>
                <Tag className="mt-1">{choice.technology}</Tag>
              </CheckboxLine>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was pasted, read as the library reads it; null as long as there is nothing. */
function usePasted(text: string, technologies: readonly OwnTechnology[]): ReadPoints | null {
  const words = useDeferredValue(text);
  const [read, setRead] = useState<ReadPoints | null>(null);
  useEffect(() => {
    let current = true;
    void import("@/lib/tailoring/library/read-pasted").then(({ readPasted }) => {
      if (current) setRead(words.trim() ? readPasted(words, technologies) : null);
    });
    return () => {
      current = false;
    };
  }, [words, technologies]);
  return read;
}
