"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

/** The secret address of one's own calendar: made, shown once, renewed, revoked. */
export function FeedCard({
  has,
  make,
  revoke,
  children,
}: {
  /** There is one, which cannot be shown again. */
  has: boolean;
  make: () => Promise<ActionResult<{ address: string }>>;
  revoke: () => Promise<ActionResult<unknown>>;
  /** Since when, and when it was read. */
  children: ReactNode;
}) {
  const t = useTranslations("scheduling.calendars.feed");
  const forms = useTranslations("ui.forms");
  const [address, setAddress] = useState<string | null>(null);
  const run = async (work: typeof make) => {
    const result = await work().catch(() => null);
    if (!result?.ok) return void toast.problem(result?.refusal.message ?? forms("notSent"));
    setAddress(result.data.address);
    toast.done(t("made"));
  };
  return (
    <div className="grid gap-4">
      {address ? <Address address={address} /> : null}
      {has || address ? children : <p className="text-muted-foreground">{t("none")}</p>}
      <div className="flex flex-wrap gap-2">
        {has || address ? (
          <>
            <ConfirmDialog
              title={t("renewTitle")}
              confirm={t("renew")}
              keep={t("keep")}
              onConfirm={() => run(make)}
              trigger={<Button type="button">{t("renew")}</Button>}
            >
              {t("renewText")}
            </ConfirmDialog>
            <ConfirmDialog
              title={t("revokeTitle")}
              confirm={t("revoke")}
              keep={t("keep")}
              onConfirm={async () => {
                const result = await revoke().catch(() => null);
                if (!result?.ok) return void toast.problem(result?.refusal.message ?? forms("notSent"));
                setAddress(null);
                toast.done(t("revoked"));
              }}
              trigger={
                <Button type="button" variant="quiet">
                  {t("revoke")}
                </Button>
              }
            >
              {t("revokeText")}
            </ConfirmDialog>
          </>
        ) : (
          <ActionButton variant="primary" action={make} done={t("made")} onDone={(data) => setAddress(data.address)}>
            {t("make")}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function Address({ address }: { address: string }) {
  const t = useTranslations("scheduling.calendars.feed");
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
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t("address")}</Label>
      <div className="flex gap-2">
        <Input
          id={id}
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
          className="font-mono text-sm"
        />
        <Button type="button" onClick={() => void copy()}>
          <Icon name="copy" size="small" />
          {t("copy")}
        </Button>
      </div>
      <p className="text-sm">
        <b>{t("once")}</b> <span className="text-muted-foreground">{t("how")}</span>
      </p>
    </div>
  );
}
