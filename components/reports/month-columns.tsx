import { cn } from "@/components/ui/cn";

export interface MonthColumnsProps {
  title: string;
  /** The value of the last month, as said. */
  value: string;
  /** What it is of: "of 12 that came due". */
  of: string;
  /** Oldest first; null where there was nothing to count. `said` is for who reads the table. */
  months: readonly { label: string; value: number | null; said: string }[];
  /** Where the columns end; the highest one where absent. */
  top?: number;
  foot: string;
  /** Heads of the table that stands behind the picture. */
  head: readonly [string, string];
}

/** One figure month by month: small columns from zero, the last one green; its numbers are a table for who cannot see it. */
export function MonthColumns({ title, value, of, months, top, foot, head }: MonthColumnsProps) {
  const highest = top ?? Math.max(1, ...months.map((month) => month.value ?? 0));
  const width = 232 / Math.max(1, months.length);
  return (
    <article className="min-w-0 rounded-md border border-border bg-card px-4 pt-3.5 pb-2.5 break-inside-avoid phone:px-3">
      <h3 className="text-sm font-medium text-muted-foreground">{title}</h3>
      <p className="mb-2 text-sm text-muted-foreground tabular-nums">
        <b className="text-xl font-medium text-foreground phone:block">{value}</b> {of}
      </p>
      <svg viewBox="0 0 232 64" width="100%" height="64" preserveAspectRatio="none" aria-hidden>
        {months.map((month, index) => {
          const height = ((month.value ?? 0) / highest) * 63;
          return (
            <rect
              key={month.label}
              x={index * width + width * 0.2}
              width={width * 0.6}
              y={64 - height}
              height={height}
              className={cn(index === months.length - 1 ? "fill-chart-1" : "fill-chart-6")}
            />
          );
        })}
        <line x1="0" x2="232" y1="63.5" y2="63.5" className="stroke-input" />
      </svg>
      <p aria-hidden className="mt-1 flex justify-between gap-2 text-xs text-muted-foreground">
        <span>{months[0]?.label}</span>
        <span>{foot}</span>
        <span>{months.at(-1)?.label}</span>
      </p>
      {/* A table itself would not keep to one pixel. */}
      <div className="sr-only">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head[0]}</th>
              <th scope="col">{head[1]}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.label}>
                <th scope="row">{month.label}</th>
                <td>{month.said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
