"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

export interface OfferShown {
  id: string;
  kind: "contact" | "role" | "section";
  field: string | null;
  confidence: number;
  evidence: string;
  decision: "open" | "taken" | "left";
  value: Record<string, string>;
}

type Decide = (
  organisation: string,
  input: { offerId: string; decision: "taken" | "left" | "open"; value?: Record<string, string> },
) => Promise<ActionResult<unknown>>;

const unsureBelow = 50;
const roleFields = ["title", "employer", "starts", "ends"] as const;

/** One thing that a resume offers: taken, changed first, or left out; each decision can be taken back. */
export function OfferCard({
  organisation,
  offer,
  writes,
  decide,
  undo,
}: {
  organisation: string;
  offer: OfferShown;
  writes: boolean;
  decide: Decide;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("resumes.offer");
  const form = useId();
  const [changing, setChanging] = useState(false);
  const [value, setValue] = useState(offer.value);
  const decideAs = (decision: "taken" | "left" | "open", changed?: Record<string, string>) => () =>
    decide(organisation, { offerId: offer.id, decision, ...(changed ? { value: changed } : {}) });
  const shared = { onUndo: (undone: Undo) => undo(organisation, undone) };
  const label =
    offer.kind === "role" ? offer.value.title || offer.value.employer || "" : t(`fields.${offer.field ?? "other"}`);
  const keys =
    offer.kind === "role" ? roleFields : offer.kind === "section" ? (["body"] as const) : (["text"] as const);
  return (
    <li className={cn("grid gap-3 px-5 py-3.5 phone:px-4", offer.decision !== "open" && "bg-background")}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          {offer.kind === "role" ? (
            <>
              <b className="block break-words">{label}</b>
              <span className="block text-sm break-words text-muted-foreground">
                {[
                  offer.value.title ? offer.value.employer : "",
                  [offer.value.starts, offer.value.ends].filter(Boolean).join(" – "),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ) : (
            <>
              <span className="block text-sm text-muted-foreground">{label}</span>
              <span className="line-clamp-4 break-words whitespace-pre-line">
                {offer.value.text ?? offer.value.body}
              </span>
            </>
          )}
          {offer.decision === "open" && offer.confidence < unsureBelow ? (
            <Status icon="circle-help" tone="warn" className="mt-1">
              {t("unsure")}
            </Status>
          ) : null}
        </div>
        {!writes ? null : offer.decision === "open" ? (
          changing ? null : (
            <div className="flex gap-2">
              <ActionButton variant="tint" size="small" action={decideAs("taken")} done={t("done.taken")} {...shared}>
                {t("take")}
              </ActionButton>
              <Button size="small" onClick={() => setChanging(true)}>
                {t("change")}
              </Button>
              <ActionButton variant="quiet" size="small" action={decideAs("left")} done={t("done.left")} {...shared}>
                {t("leave")}
              </ActionButton>
            </div>
          )
        ) : (
          <div className="flex items-center gap-3">
            <Status
              icon={offer.decision === "taken" ? "circle-check" : "circle-x"}
              tone={offer.decision === "taken" ? "ok" : "neutral"}
            >
              {t(offer.decision)}
            </Status>
            <ActionButton variant="quiet" size="small" action={decideAs("open")}>
              {t("reconsider")}
            </ActionButton>
          </div>
        )}
      </div>
      {changing ? (
        <div className="grid max-w-2xl grid-cols-2 gap-3 phone:grid-cols-1">
          {keys.map((key) => (
            <Field
              key={key}
              id={`${form}-${key}`}
              label={offer.kind === "role" ? t(`roleFields.${key}`) : t("text")}
              className={offer.kind === "role" ? undefined : "col-span-full"}
            >
              {key === "body" ? (
                <Textarea
                  rows={6}
                  value={value[key] ?? ""}
                  onChange={(event) => setValue({ ...value, [key]: event.target.value })}
                />
              ) : (
                <Input
                  value={value[key] ?? ""}
                  onChange={(event) => setValue({ ...value, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <div className="col-span-full flex gap-2">
            <ActionButton
              variant="tint"
              action={decideAs("taken", value)}
              done={t("done.taken")}
              onDone={() => setChanging(false)}
              {...shared}
            >
              {t("save")}
            </ActionButton>
            <Button variant="quiet" onClick={() => setChanging(false)}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
