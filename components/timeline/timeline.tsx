import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";

export interface TimelineEntry {
  id: string;
  icon: IconName;
  what: ReactNode;
  /** In the words of whoever did it. */
  why?: string | null;
  /** "Mon 16 Nov, 11:20 · by Aurelio" */
  when: ReactNode;
}

/** What happened to a record, the latest first. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} data-slot="timeline">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="relative grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5 pb-4 before:absolute before:start-[13.5px] before:top-7 before:bottom-0 before:w-px before:bg-border-strong before:content-[''] last:pb-0 last:before:hidden"
        >
          <span className="grid size-7 place-items-center rounded-md border border-border-strong bg-card text-muted-foreground">
            <Icon name={entry.icon} size="small" />
          </span>
          <div className="min-w-0 pt-[3px] break-words">
            {entry.what}
            {entry.why ? <p className="whitespace-pre-line">{entry.why}</p> : null}
            <div className="text-sm text-muted-foreground">{entry.when}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
