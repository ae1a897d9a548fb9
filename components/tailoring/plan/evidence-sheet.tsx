"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Status } from "@/components/ui/status";
import type { SumsProps } from "./sums";

export interface EvidenceSheetProps extends Omit<SumsProps, "score" | "length"> {
  score: NonNullable<SumsProps["score"]>;
  onClose: () => void;
}

/** Where the score comes from: each skill, how much of it counts, where the resume names it, and which new points do. */
export function EvidenceSheet({ score, points, numbers, texts, onPlace, onPoint, onClose }: EvidenceSheetProps) {
  const t = useTranslations("tailor.evidence");
  const format = useFormatter();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  const go = (show: () => void) => {
    onClose();
    show();
  };
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={t("title")}>
        <p className="mb-3 text-sm text-muted-foreground">{t("lede", { formula: score.formula })}</p>
        <ul className="divide-y divide-border">
          {score.skills.map((skill) => (
            <li key={skill.technology} className="grid gap-1.5 py-3">
              <div className="flex flex-wrap items-center gap-2">
                <b className="wrap-anywhere">{skill.technology}</b>
                <Badge tone={skill.need === "must" ? "act" : "neutral"}>{t(skill.need)}</Badge>
                <span className="ms-auto text-sm tabular-nums">
                  {skill.before === skill.after ? (
                    share(skill.after)
                  ) : (
                    <>
                      <span className="text-muted-foreground">{share(skill.before)}</span> → <b>{share(skill.after)}</b>
                    </>
                  )}
                </span>
              </div>
              <Meter
                value={skill.after}
                tick={skill.before}
                tone="act"
                label={t("counts", { technology: skill.technology })}
                valueText={share(skill.after)}
              />
              {skill.evidence.length === 0 && skill.points.length === 0 ? (
                <Status icon="circle-dashed">{t("nowhere")}</Status>
              ) : null}
              <ul className="grid gap-0.5">
                {skill.evidence.slice(0, 6).map(({ paragraph, written }) => (
                  <li key={`${paragraph} ${written}`}>
                    <Button
                      size="small"
                      variant="quiet"
                      className="h-auto w-full justify-start gap-2 px-1 py-1 text-start whitespace-normal"
                      onClick={() => go(() => onPlace(paragraph))}
                    >
                      <Icon name="file-text" size="small" />
                      <span className="min-w-0">
                        <span className="line-clamp-2 wrap-anywhere">{texts.get(paragraph) ?? written}</span>
                      </span>
                    </Button>
                  </li>
                ))}
                {skill.evidence.length > 6 ? (
                  <li className="px-1 text-xs text-muted-foreground">
                    {t("more", { count: skill.evidence.length - 6 })}
                  </li>
                ) : null}
                {skill.points.map((id) => (
                  <li key={id}>
                    <Button
                      size="small"
                      variant="quiet"
                      className="h-auto w-full justify-start gap-2 px-1 py-1 text-start whitespace-normal"
                      onClick={() => go(() => onPoint(id))}
                    >
                      <Icon name="plus" size="small" />
                      <span className="min-w-0 line-clamp-2 wrap-anywhere">
                        {numbers.get(id) === undefined ? "" : `${numbers.get(id)}. `}
                        {points.find((point) => point.id === id)?.text}
                      </span>
                    </Button>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </SheetContent>
    </Sheet>
  );
}
