/** A share as a bar from zero, beside the number that says it; the number is what a screen reader reads. */
export function ShareBar({ value, most }: { value: number; most: number }) {
  return (
    <span aria-hidden className="block h-2.5 bg-muted">
      <span className="block h-full bg-chart-1" style={{ width: `${(value / Math.max(most, 1)) * 100}%` }} />
    </span>
  );
}
