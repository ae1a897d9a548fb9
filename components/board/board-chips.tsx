import { cn } from "@/components/ui/cn";

/** The columns of a board as chips with their counts, on a phone, where one column is shown at a time. */
export function BoardChips<Key extends string>({
  label,
  chips,
  current,
  onChoose,
}: {
  label: string;
  chips: readonly { key: Key; label: string; count: number | null }[];
  current: Key;
  onChoose: (key: Key) => void;
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className="mb-3 hidden gap-2 overflow-x-auto no-scrollbar phone-bleed phone:flex"
    >
      {chips.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === current}
          onClick={(event) => {
            onChoose(key);
            event.currentTarget.scrollIntoView({ block: "nearest", inline: "center" });
          }}
          className={cn(
            "inline-flex h-11 flex-none items-center gap-1.5 rounded-md border border-input bg-card px-3 text-sm font-medium text-foreground",
            key === current && "border-primary bg-accent",
          )}
        >
          {label}
          {count === null ? null : <span className="text-muted-foreground tabular-nums">{count}</span>}
        </button>
      ))}
    </div>
  );
}
