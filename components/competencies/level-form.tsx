"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { CompetencyField, type CompetencyAsked } from "@/components/competencies/competency-field";
import { clustersOf } from "@/components/competencies/shown";
import { useKept } from "@/components/forms/use-kept";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Textarea } from "@/components/ui/textarea";
import type { Answers, Levels } from "@/lib/competencies/types";
import type { ActionResult } from "@/lib/platform/result";

/** Part of the answers, as it is sent while one fills in. */
export interface AnswersPart {
  levels?: Levels;
  notes?: Record<string, string>;
  keep?: string;
  change?: string;
}

export interface LevelFormProps {
  competencies: readonly CompetencyAsked[];
  answers: Answers;
  /** Levels of the last time, marked beside the new ones. */
  before?: Levels;
  /** Whether each level may be explained. */
  notes?: boolean;
  /** A last part with two questions for own words. */
  words?: { title: string; hint: string; keep: string; change: string };
  save: (part: AnswersPart) => Promise<ActionResult<unknown>>;
  submit: () => Promise<ActionResult<unknown>>;
  /** Where it leads when it is handed in. */
  after: string;
  /** Its button is the one solid one of the page. */
  solid?: boolean;
  /** Beside the buttons: the way out. */
  aside?: ReactNode;
}

/** A framework to rate by, cluster by cluster. Each answer is kept at once; what could not be sent goes with the next one. */
export function LevelForm(props: LevelFormProps) {
  const { competencies, words } = props;
  const t = useTranslations("competencies.rate");
  const router = useRouter();
  const top = useRef<HTMLHeadingElement>(null);
  const [answers, setAnswers] = useState(props.answers);
  const [part, setPart] = useState(() => firstOpen(competencies, props.answers));
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const kept = useKept(props.save, joined);
  const clusters = clustersOf(competencies);
  const parts = words ? [...clusters, words.title] : clusters;
  const answered = competencies.filter(({ key }) => key in answers.levels).length;
  const isLast = part === parts.length - 1;

  const go = (to: number) => {
    setPart(to);
    setProblem(null);
    top.current?.focus();
    top.current?.scrollIntoView({ block: "start" });
  };
  const give = (change: AnswersPart) => {
    setAnswers((now) => ({
      ...now,
      ...change,
      levels: { ...now.levels, ...change.levels },
      notes: { ...now.notes, ...change.notes },
    }));
    setProblem(null);
    kept.send(change);
  };
  const handIn = async () => {
    const missing = competencies.filter(({ key }) => !(key in answers.levels));
    if (missing[0]) {
      go(clusters.indexOf(missing[0].cluster));
      return setProblem(t("missing", { count: missing.length }));
    }
    setSending(true);
    await kept.settle();
    const result = await props.submit().catch(() => null);
    if (result?.ok) {
      router.push(props.after);
      return router.refresh();
    }
    setSending(false);
    setProblem(result ? result.refusal.message : t("failed"));
  };

  return (
    <div className="grid max-w-3xl gap-5">
      <div>
        <h2 ref={top} tabIndex={-1} className="scroll-mt-20 text-lg outline-none">
          {t("part", { now: part + 1, total: parts.length, name: parts[part] ?? "" })}
        </h2>
        <Progress
          className="mt-2"
          done={answered}
          total={competencies.length}
          label={t("progress", { answered, total: competencies.length })}
        />
        <p role="status" className="mt-1.5 flex gap-3 text-sm text-muted-foreground tabular-nums">
          <span>{t("progress", { answered, total: competencies.length })}</span>
          {kept.state === "idle" ? null : <span>{t(kept.state)}</span>}
        </p>
      </div>
      {problem ? (
        <Notice icon="circle-alert" tone="warn" role="alert">
          {problem}
        </Notice>
      ) : null}
      {competencies
        .filter(({ cluster }) => cluster === parts[part])
        .map((competency) => (
          <CompetencyField
            key={competency.key}
            competency={competency}
            given={answers.levels[competency.key]}
            before={props.before?.[competency.key]}
            note={props.notes ? (answers.notes[competency.key] ?? "") : undefined}
            onLevel={(level) => give({ levels: { [competency.key]: level } })}
            onNote={(note) => give({ notes: { [competency.key]: note } })}
          />
        ))}
      {words && isLast ? (
        <Card pad className="grid gap-5">
          {(["keep", "change"] as const).map((field) => (
            <Field key={field} label={words[field]} hint={words.hint}>
              <Textarea
                rows={4}
                maxLength={4000}
                defaultValue={answers[field]}
                onBlur={(event) => {
                  if (event.target.value !== answers[field]) give({ [field]: event.target.value });
                }}
              />
            </Field>
          ))}
        </Card>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {part > 0 ? (
          <Button className="phone:h-11" onClick={() => go(part - 1)}>
            <Icon name="arrow-left" />
            {t("back")}
          </Button>
        ) : null}
        {isLast ? (
          <Button
            variant={props.solid ? "primary" : "tint"}
            className="phone:h-11"
            aria-busy={sending || undefined}
            onClick={() => void handIn()}
          >
            <Icon name="send" />
            {t("submit")}
          </Button>
        ) : (
          <Button variant={props.solid ? "primary" : "tint"} className="phone:h-11" onClick={() => go(part + 1)}>
            {t("next")}
            <Icon name="arrow-right" />
          </Button>
        )}
        {props.aside}
      </div>
    </div>
  );
}

/** The part with the first open question; the last one when all is answered. */
function firstOpen(competencies: readonly CompetencyAsked[], { levels }: Answers): number {
  const clusters = clustersOf(competencies);
  const open = competencies.find(({ key }) => !(key in levels));
  return open ? clusters.indexOf(open.cluster) : clusters.length - 1;
}

const joined = (before: AnswersPart, after: AnswersPart): AnswersPart => ({
  ...before,
  ...after,
  ...(before.levels || after.levels ? { levels: { ...before.levels, ...after.levels } } : {}),
  ...(before.notes || after.notes ? { notes: { ...before.notes, ...after.notes } } : {}),
});
