import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/card";

export interface KeyFigure {
  label: string;
  value: ReactNode;
  /** Beside the value: "days", "of 12 used". */
  unit?: ReactNode;
  /** The denominator: "40 landed of 46 programmes that ended". */
  of?: ReactNode;
  /** Against what: a Status or words. */
  compare?: ReactNode;
  /** Opens the rows behind it. */
  rows?: ReactNode;
}

/** Figures side by side, each with its denominator. Four in a line, five where that leaves no gap, or two by two beside a record. */
export function KeyFigures({ figures, columns = 4 }: { figures: KeyFigure[]; columns?: 2 | 4 }) {
  const inLine = columns === 4 && figures.length % 5 === 0 ? 5 : columns;
  const empty = (inLine - (figures.length % inLine)) % inLine;
  const emptyInTwo = figures.length % 2;
  return (
    <Card
      className={cn(
        "grid gap-px overflow-hidden bg-border",
        { 2: "grid-cols-2", 4: "grid-cols-4 narrow:grid-cols-2", 5: "grid-cols-5 narrow:grid-cols-2" }[inLine],
      )}
    >
      {figures.map((figure) => (
        <div
          key={figure.label}
          className={cn(
            "grid content-start gap-px bg-card",
            columns === 4 ? "px-5 pt-4 pb-3 phone:px-3.5" : "px-[18px] py-[13px]",
          )}
        >
          <h3 className="text-sm font-medium text-muted-foreground">{figure.label}</h3>
          <p>
            <b
              className={cn(
                "font-medium tracking-[-0.01em] tabular-nums",
                columns === 4 ? "text-2xl phone:text-[1.625rem]" : "text-xl",
              )}
            >
              {figure.value}
            </b>{" "}
            {figure.unit ? <span className="text-sm text-muted-foreground">{figure.unit}</span> : null}
          </p>
          {figure.of ? (
            <p className={columns === 4 ? "text-sm" : "text-xs text-muted-foreground"}>{figure.of}</p>
          ) : null}
          {figure.compare ? (
            <p className="flex items-center gap-1 text-xs text-muted-foreground [&_[data-slot=status]]:whitespace-normal">
              {figure.compare}
            </p>
          ) : null}
          {figure.rows ? <p className="mt-2 text-sm tap-links phone:mt-0 print:hidden">{figure.rows}</p> : null}
        </div>
      ))}
      {Array.from({ length: Math.max(empty, emptyInTwo) }, (_, at) => (
        <div
          key={at}
          aria-hidden
          className={cn("bg-card", at >= empty && "hidden narrow:block", at >= emptyInTwo && "narrow:hidden")}
        />
      ))}
    </Card>
  );
}
