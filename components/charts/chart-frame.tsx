"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { useKeys } from "@/components/ui/use-keys";

export interface ChartTable {
  head: string[];
  rows: (string | number)[][];
}

export interface ChartFrameProps {
  /** The message, in a sentence: "Half of this year's executives landed within 4.1 months". */
  title: ReactNode;
  /** Method, interval, denominator. */
  method?: ReactNode;
  /** What lies behind the picture: shown with the key T, read by screen readers always. */
  table: ChartTable;
  /** At the start of the foot: definition and its date. */
  note?: ReactNode;
  /** A smaller head for one of several. */
  small?: boolean;
  /** Where the records behind the figures are; the button then leads there from the table. */
  children: ReactNode;
  className?: string;
}

/** One message a chart: its sentence, how it was counted, the picture, and the rows behind it one key away. */
export function ChartFrame({ title, method, table, note, small = false, children, className }: ChartFrameProps) {
  const t = useTranslations("ui.charts");
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const [rows, setRows] = useState(false);
  useKeys(figure, "T", (event) => {
    if (event.key.toLowerCase() !== "t") return;
    const here = figure.current;
    if (here?.matches(":hover") || here?.contains(document.activeElement)) setRows((before) => !before);
  });
  return (
    <figure
      ref={figure}
      aria-labelledby={id}
      data-slot="chart"
      className={cn("flex min-w-0 flex-col rounded-md border border-border bg-card break-inside-avoid", className)}
    >
      <figcaption className={small ? "px-5 pt-4 pb-1 phone:px-4" : "px-6 pt-5 pb-1.5 phone:px-4 phone:pt-4"}>
        <h2 id={id} className={small ? "text-base" : "font-title text-xl"}>
          {title}
        </h2>
        {method ? <p className="mt-1 max-w-[124ch] text-sm text-muted-foreground">{method}</p> : null}
      </figcaption>
      <div className={small ? "px-5 py-2 phone:px-4" : "px-4 py-1 phone:px-2"}>
        {rows ? null : <div aria-hidden>{children}</div>}
        <div className={rows ? "overflow-x-auto pb-2" : "sr-only"}>
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="border-b border-border-strong text-xs text-muted-foreground">
                {table.head.map((cell, index) => (
                  <th key={cell} scope="col" className={cn("h-9 px-2 font-medium", index > 0 && "text-end")}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-border">
              {table.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th key={index} scope="row" className="h-8 px-2 font-normal">
                        {cell}
                      </th>
                    ) : (
                      <td key={index} className="h-8 px-2 text-end tabular-nums">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <footer className="mt-auto flex items-center justify-between gap-3 border-t border-border px-5 py-1.5 text-sm text-muted-foreground phone:flex-wrap phone:px-4 print:border-0">
        <span>{note}</span>
        <Button
          variant="quiet"
          size="small"
          className="-me-2.5 font-normal print:hidden"
          aria-expanded={rows}
          onClick={() => setRows((before) => !before)}
        >
          <Icon name={rows ? "chart-line" : "table-2"} size="small" />
          {rows ? t("showChart") : t("showRows")}
          <Kbd className="phone:hidden">T</Kbd>
        </Button>
      </footer>
    </figure>
  );
}
