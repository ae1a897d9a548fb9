"use client";

import { useTranslations } from "next-intl";
import { useParams } from "next/navigation";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { isMetricKey } from "@/lib/sla/metric-keys";
import type { WhatIf } from "@/lib/sla/what-if";

/** What would become of promises that run: how many are due sooner, later or too late, and the first of them with both moments. */
export function ClocksAhead({ clocks: found }: { clocks: WhatIf }) {
  const t = useTranslations("sla.ahead");
  const names = useTranslations("sla.metric");
  const { organisation } = useParams<{ organisation: string }>();
  const { clocks, sooner, later, newlyBreached, noLongerBreached, more, changed } = found;
  if (changed.length === 0) return <p className="text-muted-foreground">{t("same", { count: clocks })}</p>;
  const counts = [
    ...(sooner > 0 ? [t("sooner", { count: sooner })] : []),
    ...(later > 0 ? [t("later", { count: later })] : []),
    ...(noLongerBreached > 0 ? [t("inTime", { count: noLongerBreached })] : []),
  ];
  return (
    <div className="grid gap-2">
      <p className="font-medium">{t("running", { count: clocks, more: String(more) })}</p>
      {counts.length > 0 ? <p>{counts.join(" ")}</p> : null}
      {newlyBreached > 0 ? (
        <Notice icon="triangle-alert" tone="warn">
          {t("late", { count: newlyBreached })}
        </Notice>
      ) : null}
      <ul className="grid gap-1.5 text-sm">
        {changed.map(({ id, metric, title, before, after, late }) => (
          <li key={id}>
            <Link href={`/${organisation}/clocks/${id}`} target="_blank">
              {isMetricKey(metric) ? names(metric) : metric}: <span translate="no">{title}</span>
            </Link>
            <span className="block text-muted-foreground tabular-nums">
              {before ? (
                <s>
                  <Moment value={new Date(before)} show="time" />
                </s>
              ) : null}{" "}
              <span aria-hidden>→</span>{" "}
              <span className="text-foreground">
                {after ? <Moment value={new Date(after)} show="time" /> : t("none")}
                {late ? ` (${t("nowLate")})` : ""}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
