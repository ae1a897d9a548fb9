"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";

export interface LoadFailedProps {
  /** What did not load: "The caseload did not load". */
  title: ReactNode;
  /** Why, what was kept, what to do. */
  children: ReactNode;
  onRetry?: () => void;
  /** Under which the fault is in the log; for whoever helps. */
  requestId?: string;
  /** When it happened, as text with its zone. */
  at?: string;
}

/** An error that says what happened, what was kept and what to do. */
export function LoadFailed({ title, children, onRetry, requestId, at }: LoadFailedProps) {
  const t = useTranslations("ui.states");
  const details = [requestId && t("request", { id: requestId }), at].filter(Boolean).join(" · ");
  return (
    <Card pad role="alert" data-slot="load-failed" className="grid grid-cols-[auto_minmax(0,1fr)] gap-4">
      <Icon name="cloud-off" size="large" className="mt-0.5 text-destructive" />
      <div>
        <h3 className="text-base leading-6">{title}</h3>
        <p>{children}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {onRetry ? (
            <Button onClick={onRetry}>
              <Icon name="rotate-cw" />
              {t("tryAgain")}
            </Button>
          ) : null}
          {details ? (
            <Button
              variant="quiet"
              onClick={() => {
                void navigator.clipboard
                  .writeText(`${details}\n${window.location.href}`)
                  .then(() => toast.note(t("copied")));
              }}
            >
              {t("copyDetails")}
            </Button>
          ) : null}
        </div>
        {details ? <p className="mt-3.5 font-mono text-xs break-words text-muted-foreground">{details}</p> : null}
      </div>
    </Card>
  );
}
