import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";

export interface LongWorkProps {
  title: ReactNode;
  done: number;
  failed: number;
  total: number;
  /** "about 3 min left"; left out when it is over. */
  left?: string;
  /** Retry, stop, see the failed ones. */
  actions?: ReactNode;
}

/** Work in the background: how far, what failed, that one may leave. */
export function LongWork({ title, done, failed, total, left, actions }: LongWorkProps) {
  const t = useTranslations("ui.states");
  const open = Math.max(0, total - done - failed);
  return (
    <Card pad data-slot="long-work">
      <div className="flex flex-wrap items-center gap-x-2">
        <h3 className="min-w-0 text-base leading-6">{title}</h3>
        {left ? (
          <Status icon="loader" className="ms-auto phone:ms-0">
            {left}
          </Status>
        ) : null}
      </div>
      <Progress done={done} failed={failed} total={total} label={t("workDone")} className="mt-3 mb-2.5" />
      <dl className="mb-2 flex gap-7">
        <Count label={t("done")} value={done} />
        <Count label={t("failed")} value={failed} bad={failed > 0} />
        <Count label={t("left")} value={open} />
      </dl>
      {open > 0 ? <p className="text-sm text-muted-foreground">{t("mayLeave")}</p> : null}
      {actions ? <div className="mt-3 flex flex-wrap items-center gap-2 tap-links">{actions}</div> : null}
    </Card>
  );
}

function Count({ label, value, bad = false }: { label: string; value: number; bad?: boolean }) {
  const format = useFormatter();
  return (
    <div className="flex items-center gap-1.5">
      <dt className="text-sm text-muted-foreground">{label}</dt>
      <dd className={`m-0 flex items-center gap-1 font-semibold tabular-nums ${bad ? "text-destructive" : ""}`}>
        {bad ? <Icon name="circle-alert" size="small" /> : null}
        {format.number(value)}
      </dd>
    </div>
  );
}
