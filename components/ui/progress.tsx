import { cn } from "./cn";

export interface ProgressProps {
  done: number;
  failed?: number;
  total: number;
  label: string;
  className?: string;
}

/** Work under way: done in green, failed in red, the rest empty. */
export function Progress({ done, failed = 0, total, label, className }: ProgressProps) {
  const share = (count: number) => `${total > 0 ? Math.min(100, (count / total) * 100) : 0}%`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done + failed}
      data-slot="progress"
      className={cn("flex h-2 overflow-hidden rounded-sm border border-border-strong bg-muted", className)}
    >
      <span className="bg-primary transition-[width] duration-(--slow)" style={{ width: share(done) }} />
      <span className="bg-destructive transition-[width] duration-(--slow)" style={{ width: share(failed) }} />
    </div>
  );
}
