"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReactNode } from "react";
import { useKept } from "@/components/forms/use-kept";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Radio } from "@/components/ui/radio";
import { Row, Rows } from "@/components/ui/rows";
import { useTranslations } from "next-intl";
import type { ItemAnswers } from "@/lib/inventories/items";
import type { ActionResult } from "@/lib/platform/result";

export interface InventoryFormProps {
  items: ReadonlyArray<{ key: string; text: string }>;
  /** Words of the five answers. */
  scale: readonly string[];
  answers: ItemAnswers;
  save: (answers: ItemAnswers) => Promise<ActionResult<unknown>>;
  finish: () => Promise<ActionResult<unknown>>;
  after: string;
  aside: ReactNode;
}

/** An inventory on one page: each answer is kept at once, so that one can stop and go on. */
export function InventoryForm(props: InventoryFormProps) {
  const { items, scale } = props;
  const t = useTranslations("inventories.fill");
  const router = useRouter();
  const [answers, setAnswers] = useState(props.answers);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const kept = useKept(props.save, (before, after) => ({ ...before, ...after }));
  const answered = items.filter(({ key }) => key in answers).length;
  const progress = t("progress", { answered, total: items.length });

  const handIn = async () => {
    const open = items.filter(({ key }) => !(key in answers));
    if (open[0]) {
      setProblem(t("missing", { count: open.length }));
      document.getElementById(`item-${open[0].key}`)?.scrollIntoView({ block: "center" });
      return;
    }
    setSending(true);
    await kept.settle();
    const result = await props.finish().catch(() => null);
    if (result?.ok) return router.push(props.after);
    setSending(false);
    setProblem(result ? result.refusal.message : t("failed"));
  };

  return (
    <div className="grid max-w-3xl gap-4">
      <div className="sticky top-(--topbar-height) z-10 bg-background py-2">
        <Progress done={answered} total={items.length} label={progress} />
        <p role="status" className="mt-1 flex gap-3 text-sm text-muted-foreground tabular-nums">
          <span>{progress}</span>
          {kept.state === "idle" ? null : <span>{t(kept.state)}</span>}
        </p>
      </div>
      <Card>
        <Rows>
          {items.map(({ key, text }) => (
            <Row key={key} id={`item-${key}`} className="py-4">
              <fieldset>
                <legend className="mb-2 text-md">{text}</legend>
                <div className="grid grid-cols-5 gap-1">
                  {scale.map((words, at) => (
                    <label
                      key={words}
                      className="grid min-h-11 cursor-pointer content-start justify-items-center gap-1.5 rounded-sm px-1 py-2 text-center text-xs leading-4 has-checked:bg-accent has-checked:font-medium"
                    >
                      <Radio
                        name={key}
                        checked={answers[key] === at + 1}
                        onChange={() => {
                          setAnswers((now) => ({ ...now, [key]: at + 1 }));
                          setProblem(null);
                          kept.send({ [key]: at + 1 });
                        }}
                      />
                      {words}
                    </label>
                  ))}
                </div>
              </fieldset>
            </Row>
          ))}
        </Rows>
      </Card>
      {problem ? (
        <Notice icon="circle-alert" tone="warn" role="alert">
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="tint" className="phone:h-11" aria-busy={sending || undefined} onClick={() => void handIn()}>
          {t("finish")}
        </Button>
        {props.aside}
      </div>
    </div>
  );
}
