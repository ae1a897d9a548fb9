"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { LateConfirmDialog } from "@/components/ui/late-confirm-dialog";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

type Act = (organisation: string, input: { personId: string }) => Promise<ActionResult<unknown>>;

export interface LinkCardProps {
  organisation: string;
  personId: string;
  isOn: boolean;
  /** There was one before: it can be turned on as it was. */
  known: boolean;
  mode: "open" | "secret";
  /** For whose page it is. */
  address: string | null;
  actions: {
    renew: Act;
    close: Act;
    open: Act;
    undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
  };
}

/** Whether a booking page is on, its address to hand on, and the ways to end it. */
export function LinkCard({ organisation, personId, isOn, known, mode, address, actions }: LinkCardProps) {
  const t = useTranslations("booking-page.card");
  const forms = useTranslations("ui.forms");
  const input = { personId };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <Status className="ms-auto" icon={isOn ? "circle-check" : "circle-x"} tone={isOn ? "ok" : "neutral"}>
          {isOn ? t(`on.${mode}`) : t("off")}
        </Status>
      </CardHeader>
      <div className="grid gap-4 px-5 py-4 phone:px-4">
        {isOn && address ? (
          <Address address={address} />
        ) : (
          <p className="text-muted-foreground">{isOn ? t("onText") : t("offText")}</p>
        )}
        {known ? (
          <div className="flex flex-wrap gap-2">
            {isOn && address && mode === "secret" ? (
              <LateConfirmDialog
                title={t("renewTitle")}
                confirm={t("renew")}
                keep={t("keep")}
                onConfirm={async () => {
                  const result = await actions.renew(organisation, input).catch(() => null);
                  if (!result?.ok) return void toast.problem(result?.refusal.message ?? forms("notSent"));
                  toast.done(t("renewed"));
                }}
                trigger={<Button type="button">{t("renew")}</Button>}
              >
                {t("renewText")}
              </LateConfirmDialog>
            ) : null}
            <DoButton
              organisation={organisation}
              act={isOn ? actions.close : actions.open}
              input={input}
              done={isOn ? t("closed") : t("opened")}
              undo={actions.undo}
              variant={isOn ? "quiet" : "outline"}
            >
              {isOn ? t("close") : t("open")}
            </DoButton>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function Address({ address }: { address: string }) {
  const t = useTranslations("booking-page.card");
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      toast.done(t("copied"));
    } catch {
      toast.problem(t("notCopied"));
    }
  };
  return (
    <div className="grid gap-2">
      <Label htmlFor={id}>{t("address")}</Label>
      <Input id={id} readOnly value={address} onFocus={(event) => event.target.select()} className="text-sm" />
      <div className="flex flex-wrap gap-2">
        <Button type="button" onClick={() => void copy()}>
          <Icon name="copy" size="small" />
          {t("copy")}
        </Button>
        <Button asChild variant="quiet">
          <a href={address} target="_blank" rel="noreferrer">
            <Icon name="external-link" size="small" />
            {t("look")}
          </a>
        </Button>
      </div>
    </div>
  );
}
