import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon";

const tones = {
  neutral: "border-border-strong bg-card",
  ok: "border-border-strong bg-card [&>svg]:text-success",
  warn: "border-warning-line bg-warning-soft [&>svg]:text-warning",
  bad: "border-destructive-line bg-destructive-soft [&>svg]:text-destructive",
} as const;

export interface NoticeProps extends ComponentProps<"div"> {
  icon: IconName;
  tone?: keyof typeof tones;
  /** Stands at the end of the line, under the text on a phone. */
  action?: ReactNode;
}

/** Something to know before going on. The first words are bold and say it; the rest says what to do. */
export function Notice({ icon, tone = "neutral", action, children, className, ...props }: NoticeProps) {
  return (
    <div
      data-slot="notice"
      className={cn(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 rounded-md border px-3.5 py-3 phone:grid-cols-[auto_minmax(0,1fr)]",
        tones[tone],
        className,
      )}
      {...props}
    >
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0">{children}</div>
      {action ? <div className="flex gap-2 phone:col-start-2 phone:justify-self-start">{action}</div> : null}
    </div>
  );
}
