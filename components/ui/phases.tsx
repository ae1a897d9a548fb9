import type { ReactNode } from "react";
import { cn } from "./cn";

export interface PhaseStep {
  label: string;
  state: "done" | "now" | "ahead";
  /** Second line: "2 Jul", "since 22 Oct". */
  note?: ReactNode;
}

/** Done is filled, now is outlined, ahead is grey. Without words for narrow places (`bare`), then say the phase beside it. */
export function PhaseRail({
  steps,
  label,
  bare = false,
  className,
}: {
  steps: PhaseStep[];
  label: string;
  bare?: boolean;
  className?: string;
}) {
  return (
    <ol
      aria-label={label}
      data-slot="phase-rail"
      className={cn("grid gap-[3px]", className)}
      style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}
    >
      {steps.map((step) => (
        <li
          key={step.label}
          aria-current={step.state === "now" ? "step" : undefined}
          className={cn(
            "pe-1.5 text-xs leading-[1.0625rem] phone:p-0",
            step.state === "ahead" && "text-muted-foreground",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "block h-1.5",
              step.state === "done" && "bg-primary",
              step.state === "now" && "inset-ring-2 inset-ring-primary",
              step.state === "ahead" && "bg-border-strong",
            )}
          />
          <span className={bare ? "sr-only" : "mt-[7px] block phone:sr-only"}>
            <b className={cn("block font-medium", step.state === "now" && "font-semibold text-primary")}>
              {step.label}
            </b>
            {step.note ? <span className="block">{step.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The same in one line of a table. `now` counts from 1; `total` when it is over. */
export function PhasesMini({ now, total = 8, className }: { now: number; total?: number; className?: string }) {
  return (
    <span
      aria-hidden
      data-slot="phases-mini"
      data-over={now > total || undefined}
      className={cn("phases-mini", className)}
    >
      {Array.from({ length: total }, (_, index) => (
        <i key={index} data-now={index + 1 === now || undefined} />
      ))}
    </span>
  );
}
